"""Turns text into the name of the old Vietnamese encoding it seems to be in, if any."""

import re

# Each pattern matches a word that an old encoding makes of Vietnamese when it is read as Latin-1 or Windows-1252, and
# that neither Vietnamese in Unicode nor names like Noël, España or Citroën® contain.
#
# TCVN3 puts ă â ê ô ơ đ on symbols and toned vowels on capitals: C«ng nghÖ, ®iÖn tho¹i, lµ.
TCVN3 = re.compile(r"[A-Za-z][¨©ª«¬·¸¹º»¼½¾](?=[a-z])|[a-z][µ¶]|(?<![^\W\d_])[®§][a-zêµ-þ]|[a-z][ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ]")
# VNI writes the mark as a second letter: Coâng ngheä, ñieän thoaïi. Pairs that occur in Vietnamese (hoà, toán), French
# (où, goût, naïf, aérien), Spanish (aún) or in names (Noël, Raphaël) are left out.
VNI = re.compile(
    r"(?<![^\W\d_])ñ[aeiouöô]|a[âàáåãäùøûõê]|e[âäåáàãùøûõ]|o[âåä]|u[ùøûõ]|y[ùøûõ]|[ôö][ùøûõï]|öô",
    re.IGNORECASE,
)
# UTF-8 read byte by byte: CÃ´ng nghá»‡, Ä‘iá»‡n thoáº¡i, â€œHÃ Ná»™iâ€.
MOJIBAKE = re.compile(
    r"á[º»][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ã[\x80-\x9f¡¢£¨©ª¬²³´µ¹º½€‚ƒˆ‰Š]|Ä[\x90\x91‘ƒ‚©]|Å[©¨]|Æ[°¡¯]|â€[\x9d“”˜™œ¦]"
)
PATTERNS = (("mojibake", MOJIBAKE), ("tcvn3", TCVN3), ("vni", VNI))
TOKEN = re.compile(r"\S+")
LETTER = re.compile(r"[^\W\d_]")
MIN_TOKENS, MIN_SHARE, SAMPLE_TOKENS = 2, 0.05, 3


def legacy_encoding(text: str) -> tuple[str, str] | None:
    """`tcvn3`, `vni` or `mojibake` with the first words that show it; nothing below two words or 5 % of all."""
    tokens = [token for token in TOKEN.findall(text) if LETTER.search(token)]
    for name, pattern in PATTERNS:
        found = [token for token in tokens if pattern.search(token)]
        if len(found) >= max(MIN_TOKENS, MIN_SHARE * len(tokens)):
            return name, " ".join(found[:SAMPLE_TOKENS])
    return None
