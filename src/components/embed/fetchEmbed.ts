/** The figure in another page; always the same function, as `Later` wants it. */
export const fetchEmbed = async () => (await import("./Embed")).Embed;
