/** Sets of scenes that come with the page, `public/scenes/ID.json`, by the id that a link names. */
export const SHIPPED_SCENES = [{ id: "apo-in-ten-minutes", title: "APO in ten minutes" }] as const;
