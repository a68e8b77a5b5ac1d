import type { EmbedChoice } from "../experiment/embedChoice";

/** Those of an embed, in the order of a link. Its `scale` is the number that may stand beside the word of the charts' scale. */
export const EMBED_PARAMETERS = [
  "charts",
  "controls",
  "play",
  "start",
  "trace",
  "background",
  "accent",
  "font",
  "caption",
  "title",
  "group",
  "keys",
  "actions",
  "origins",
] as const satisfies readonly (keyof EmbedChoice)[];

/** Parameters of a link that change how an experiment is looked at, never its numbers. */
export const VIEW_PARAMETERS = [
  "x",
  "loss",
  "scale",
  "logx",
  "cut",
  "skip",
  "zoom",
  "seeds",
  "smooth",
  "off",
  "views",
  "layer",
  "look",
  "walk",
  "land",
  "speed",
  "focus",
  "theme",
  "lang",
  "lesson",
  "embed",
  "test",
  "keep",
  "scenes",
  "scene",
  ...EMBED_PARAMETERS,
  "snapshots",
  "clock",
] as const;

/** Families of them share a beginning: Google, Matomo, Facebook and HubSpot Ads, HubSpot, and advertisements at large. */
const FAMILIES =
  "utm_|mtm_|pk_|piwik_|matomo_|gad_|gclsrc|gbraid|wbraid|fb_|hsa_|_hs|__hs|__s|ns_|trk_|vero_|oly_|mc_|ml_|sc_|wt_|li_";

/** What mailings, advertisements, and sites that links are shared on, add to them. */
const CLICKS =
  "fbclid|gclid|dclid|msclkid|ttclid|twclid|yclid|ysclid|rdt_cid|epik|sccid|irclickid|tblci|obclid|srsltid|zanpid|_gl|_ga|_gac|_ke|_kx|_bta_tid|_branch_match_id|igshid|igsh|si|mibextid|mkt_tok|hsctatracking|s_cid|cmpid|ncid|spm|trk|ref|ref_src|ref_url|wickedid|dm_i|elqtrackid|elqtrack|ck_subscriber_id";

/** Added by others to links that are shared. */
export const FOREIGN = new RegExp(`^(?:(?:${FAMILIES})\\w*|${CLICKS})$`, "i");
