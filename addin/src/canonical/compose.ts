/**
 * Unicode NFC (UAX 15). The engine of classic Outlook has had no Intl since version 2406 (office-js#4631), and V8 without it keeps
 * `String.prototype.normalize` but gives every text back as it is: so it is asked whether it works. Where it does not, what is written
 * with a letter and U+0300-U+036F (Latin, Greek and Cyrillic) and Hangul are composed here. Other text stays as it is, which can only hold
 * a mail back: what is the same without composing is the same composed.
 */
export function compose(text: string): string {
  if ("e\u0301".normalize("NFC") === "\u00E9") return text.normalize("NFC");
  return composeByTable(text);
}

// A mark, then each letter with what both make (UnicodeData 15, primary composites below U+3000), in source as escapes so that no editor
// composes them.
const composites =
  "\u0300A\u00C0E\u00C8I\u00CCN\u01F8O\u00D2U\u00D9W" +
  "\u1E80Y\u1EF2a\u00E0e\u00E8i\u00ECn\u01F9o\u00F2u" +
  "\u00F9w\u1E81y\u1EF3\u00A8\u1FED\u00C2\u1EA6\u00CA\u1EC0\u00D4\u1ED2\u00DC" +
  "\u01DB\u00E2\u1EA7\u00EA\u1EC1\u00F4\u1ED3\u00FC\u01DC\u0102\u1EB0\u0103\u1EB1\u0112" +
  "\u1E14\u0113\u1E15\u014C\u1E50\u014D\u1E51\u01A0\u1EDC\u01A1\u1EDD\u01AF\u1EEA\u01B0" +
  "\u1EEB\u0391\u1FBA\u0395\u1FC8\u0397\u1FCA\u0399\u1FDA\u039F\u1FF8\u03A5\u1FEA\u03A9" +
  "\u1FFA\u03B1\u1F70\u03B5\u1F72\u03B7\u1F74\u03B9\u1F76\u03BF\u1F78\u03C5\u1F7A\u03C9" +
  "\u1F7C\u03CA\u1FD2\u03CB\u1FE2\u0415\u0400\u0418\u040D\u0435\u0450\u0438\u045D\u1F00" +
  "\u1F02\u1F01\u1F03\u1F08\u1F0A\u1F09\u1F0B\u1F10\u1F12\u1F11\u1F13\u1F18\u1F1A\u1F19" +
  "\u1F1B\u1F20\u1F22\u1F21\u1F23\u1F28\u1F2A\u1F29\u1F2B\u1F30\u1F32\u1F31\u1F33\u1F38" +
  "\u1F3A\u1F39\u1F3B\u1F40\u1F42\u1F41\u1F43\u1F48\u1F4A\u1F49\u1F4B\u1F50\u1F52\u1F51" +
  "\u1F53\u1F59\u1F5B\u1F60\u1F62\u1F61\u1F63\u1F68\u1F6A\u1F69\u1F6B\u1FBF\u1FCD\u1FFE" +
  "\u1FDD\u0020\u0301A\u00C1C\u0106E\u00C9G\u01F4I\u00CDK" +
  "\u1E30L\u0139M\u1E3EN\u0143O\u00D3P\u1E54R\u0154S" +
  "\u015AU\u00DAW\u1E82Y\u00DDZ\u0179a\u00E1c\u0107e" +
  "\u00E9g\u01F5i\u00EDk\u1E31l\u013Am\u1E3Fn\u0144o" +
  "\u00F3p\u1E55r\u0155s\u015Bu\u00FAw\u1E83y\u00FDz" +
  "\u017A\u00A8\u0385\u00C2\u1EA4\u00C5\u01FA\u00C6\u01FC\u00C7\u1E08\u00CA\u1EBE\u00CF" +
  "\u1E2E\u00D4\u1ED0\u00D5\u1E4C\u00D8\u01FE\u00DC\u01D7\u00E2\u1EA5\u00E5\u01FB\u00E6" +
  "\u01FD\u00E7\u1E09\u00EA\u1EBF\u00EF\u1E2F\u00F4\u1ED1\u00F5\u1E4D\u00F8\u01FF\u00FC" +
  "\u01D8\u0102\u1EAE\u0103\u1EAF\u0112\u1E16\u0113\u1E17\u014C\u1E52\u014D\u1E53\u0168" +
  "\u1E78\u0169\u1E79\u01A0\u1EDA\u01A1\u1EDB\u01AF\u1EE8\u01B0\u1EE9\u0391\u0386\u0395" +
  "\u0388\u0397\u0389\u0399\u038A\u039F\u038C\u03A5\u038E\u03A9\u038F\u03B1\u03AC\u03B5" +
  "\u03AD\u03B7\u03AE\u03B9\u03AF\u03BF\u03CC\u03C5\u03CD\u03C9\u03CE\u03CA\u0390\u03CB" +
  "\u03B0\u03D2\u03D3\u0413\u0403\u041A\u040C\u0433\u0453\u043A\u045C\u1F00\u1F04\u1F01" +
  "\u1F05\u1F08\u1F0C\u1F09\u1F0D\u1F10\u1F14\u1F11\u1F15\u1F18\u1F1C\u1F19\u1F1D\u1F20" +
  "\u1F24\u1F21\u1F25\u1F28\u1F2C\u1F29\u1F2D\u1F30\u1F34\u1F31\u1F35\u1F38\u1F3C\u1F39" +
  "\u1F3D\u1F40\u1F44\u1F41\u1F45\u1F48\u1F4C\u1F49\u1F4D\u1F50\u1F54\u1F51\u1F55\u1F59" +
  "\u1F5D\u1F60\u1F64\u1F61\u1F65\u1F68\u1F6C\u1F69\u1F6D\u1FBF\u1FCE\u1FFE\u1FDE\u0020" +
  "\u0302A\u00C2C\u0108E\u00CAG\u011CH\u0124I\u00CEJ" +
  "\u0134O\u00D4S\u015CU\u00DBW\u0174Y\u0176Z\u1E90a" +
  "\u00E2c\u0109e\u00EAg\u011Dh\u0125i\u00EEj\u0135o" +
  "\u00F4s\u015Du\u00FBw\u0175y\u0177z\u1E91\u1EA0\u1EAC\u1EA1" +
  "\u1EAD\u1EB8\u1EC6\u1EB9\u1EC7\u1ECC\u1ED8\u1ECD\u1ED9\u0020\u0303A\u00C3E" +
  "\u1EBCI\u0128N\u00D1O\u00D5U\u0168V\u1E7CY\u1EF8a" +
  "\u00E3e\u1EBDi\u0129n\u00F1o\u00F5u\u0169v\u1E7Dy" +
  "\u1EF9\u00C2\u1EAA\u00CA\u1EC4\u00D4\u1ED6\u00E2\u1EAB\u00EA\u1EC5\u00F4\u1ED7\u0102" +
  "\u1EB4\u0103\u1EB5\u01A0\u1EE0\u01A1\u1EE1\u01AF\u1EEE\u01B0\u1EEF\u0020\u0304A" +
  "\u0100E\u0112G\u1E20I\u012AO\u014CU\u016AY\u0232a" +
  "\u0101e\u0113g\u1E21i\u012Bo\u014Du\u016By\u0233\u00C4" +
  "\u01DE\u00C6\u01E2\u00D5\u022C\u00D6\u022A\u00DC\u01D5\u00E4\u01DF\u00E6\u01E3\u00F5" +
  "\u022D\u00F6\u022B\u00FC\u01D6\u01EA\u01EC\u01EB\u01ED\u0226\u01E0\u0227\u01E1\u022E" +
  "\u0230\u022F\u0231\u0391\u1FB9\u0399\u1FD9\u03A5\u1FE9\u03B1\u1FB1\u03B9\u1FD1\u03C5" +
  "\u1FE1\u0418\u04E2\u0423\u04EE\u0438\u04E3\u0443\u04EF\u1E36\u1E38\u1E37\u1E39\u1E5A" +
  "\u1E5C\u1E5B\u1E5D\u0020\u0306A\u0102E\u0114G\u011EI\u012CO" +
  "\u014EU\u016Ca\u0103e\u0115g\u011Fi\u012Do\u014Fu" +
  "\u016D\u0228\u1E1C\u0229\u1E1D\u0391\u1FB8\u0399\u1FD8\u03A5\u1FE8\u03B1\u1FB0\u03B9" +
  "\u1FD0\u03C5\u1FE0\u0410\u04D0\u0415\u04D6\u0416\u04C1\u0418\u0419\u0423\u040E\u0430" +
  "\u04D1\u0435\u04D7\u0436\u04C2\u0438\u0439\u0443\u045E\u1EA0\u1EB6\u1EA1\u1EB7\u0020" +
  "\u0307A\u0226B\u1E02C\u010AD\u1E0AE\u0116F\u1E1EG" +
  "\u0120H\u1E22I\u0130M\u1E40N\u1E44O\u022EP\u1E56R" +
  "\u1E58S\u1E60T\u1E6AW\u1E86X\u1E8AY\u1E8EZ\u017Ba" +
  "\u0227b\u1E03c\u010Bd\u1E0Be\u0117f\u1E1Fg\u0121h" +
  "\u1E23m\u1E41n\u1E45o\u022Fp\u1E57r\u1E59s\u1E61t" +
  "\u1E6Bw\u1E87x\u1E8By\u1E8Fz\u017C\u015A\u1E64\u015B\u1E65\u0160" +
  "\u1E66\u0161\u1E67\u017F\u1E9B\u1E62\u1E68\u1E63\u1E69\u0020\u0308A\u00C4E" +
  "\u00CBH\u1E26I\u00CFO\u00D6U\u00DCW\u1E84X\u1E8CY" +
  "\u0178a\u00E4e\u00EBh\u1E27i\u00EFo\u00F6t\u1E97u" +
  "\u00FCw\u1E85x\u1E8Dy\u00FF\u00D5\u1E4E\u00F5\u1E4F\u016A\u1E7A\u016B" +
  "\u1E7B\u0399\u03AA\u03A5\u03AB\u03B9\u03CA\u03C5\u03CB\u03D2\u03D4\u0406\u0407\u0410" +
  "\u04D2\u0415\u0401\u0416\u04DC\u0417\u04DE\u0418\u04E4\u041E\u04E6\u0423\u04F0\u0427" +
  "\u04F4\u042B\u04F8\u042D\u04EC\u0430\u04D3\u0435\u0451\u0436\u04DD\u0437\u04DF\u0438" +
  "\u04E5\u043E\u04E7\u0443\u04F1\u0447\u04F5\u044B\u04F9\u044D\u04ED\u0456\u0457\u04D8" +
  "\u04DA\u04D9\u04DB\u04E8\u04EA\u04E9\u04EB\u0020\u0309A\u1EA2E\u1EBAI" +
  "\u1EC8O\u1ECEU\u1EE6Y\u1EF6a\u1EA3e\u1EBBi\u1EC9o" +
  "\u1ECFu\u1EE7y\u1EF7\u00C2\u1EA8\u00CA\u1EC2\u00D4\u1ED4\u00E2\u1EA9\u00EA" +
  "\u1EC3\u00F4\u1ED5\u0102\u1EB2\u0103\u1EB3\u01A0\u1EDE\u01A1\u1EDF\u01AF\u1EEC\u01B0" +
  "\u1EED\u0020\u030AA\u00C5U\u016Ea\u00E5u\u016Fw\u1E98y" +
  "\u1E99\u0020\u030BO\u0150U\u0170o\u0151u\u0171\u0423\u04F2\u0443" +
  "\u04F3\u0020\u030CA\u01CDC\u010CD\u010EE\u011AG\u01E6H" +
  "\u021EI\u01CFK\u01E8L\u013DN\u0147O\u01D1R\u0158S" +
  "\u0160T\u0164U\u01D3Z\u017Da\u01CEc\u010Dd\u010Fe" +
  "\u011Bg\u01E7h\u021Fi\u01D0j\u01F0k\u01E9l\u013En" +
  "\u0148o\u01D2r\u0159s\u0161t\u0165u\u01D4z\u017E\u00DC" +
  "\u01D9\u00FC\u01DA\u01B7\u01EE\u0292\u01EF\u0020\u030FA\u0200E\u0204I" +
  "\u0208O\u020CR\u0210U\u0214a\u0201e\u0205i\u0209o" +
  "\u020Dr\u0211u\u0215\u0474\u0476\u0475\u0477\u0020\u0311A\u0202E" +
  "\u0206I\u020AO\u020ER\u0212U\u0216a\u0203e\u0207i" +
  "\u020Bo\u020Fr\u0213u\u0217\u0020\u0313\u0391\u1F08\u0395\u1F18\u0397" +
  "\u1F28\u0399\u1F38\u039F\u1F48\u03A9\u1F68\u03B1\u1F00\u03B5\u1F10\u03B7\u1F20\u03B9" +
  "\u1F30\u03BF\u1F40\u03C1\u1FE4\u03C5\u1F50\u03C9\u1F60\u0020\u0314\u0391\u1F09\u0395" +
  "\u1F19\u0397\u1F29\u0399\u1F39\u039F\u1F49\u03A1\u1FEC\u03A5\u1F59\u03A9\u1F69\u03B1" +
  "\u1F01\u03B5\u1F11\u03B7\u1F21\u03B9\u1F31\u03BF\u1F41\u03C1\u1FE5\u03C5\u1F51\u03C9" +
  "\u1F61\u0020\u031BO\u01A0U\u01AFo\u01A1u\u01B0\u0020\u0323A" +
  "\u1EA0B\u1E04D\u1E0CE\u1EB8H\u1E24I\u1ECAK\u1E32L" +
  "\u1E36M\u1E42N\u1E46O\u1ECCR\u1E5AS\u1E62T\u1E6CU" +
  "\u1EE4V\u1E7EW\u1E88Y\u1EF4Z\u1E92a\u1EA1b\u1E05d" +
  "\u1E0De\u1EB9h\u1E25i\u1ECBk\u1E33l\u1E37m\u1E43n" +
  "\u1E47o\u1ECDr\u1E5Bs\u1E63t\u1E6Du\u1EE5v\u1E7Fw" +
  "\u1E89y\u1EF5z\u1E93\u01A0\u1EE2\u01A1\u1EE3\u01AF\u1EF0\u01B0\u1EF1\u0020" +
  "\u0324U\u1E72u\u1E73\u0020\u0325A\u1E00a\u1E01\u0020\u0326S" +
  "\u0218T\u021As\u0219t\u021B\u0020\u0327C\u00C7D\u1E10E" +
  "\u0228G\u0122H\u1E28K\u0136L\u013BN\u0145R\u0156S" +
  "\u015ET\u0162c\u00E7d\u1E11e\u0229g\u0123h\u1E29k" +
  "\u0137l\u013Cn\u0146r\u0157s\u015Ft\u0163\u0020\u0328A" +
  "\u0104E\u0118I\u012EO\u01EAU\u0172a\u0105e\u0119i" +
  "\u012Fo\u01EBu\u0173\u0020\u032DD\u1E12E\u1E18L\u1E3CN" +
  "\u1E4AT\u1E70U\u1E76d\u1E13e\u1E19l\u1E3Dn\u1E4Bt" +
  "\u1E71u\u1E77\u0020\u032EH\u1E2Ah\u1E2B\u0020\u0330E\u1E1AI" +
  "\u1E2CU\u1E74e\u1E1Bi\u1E2Du\u1E75\u0020\u0331B\u1E06D" +
  "\u1E0EK\u1E34L\u1E3AN\u1E48R\u1E5ET\u1E6EZ\u1E94b" +
  "\u1E07d\u1E0Fh\u1E96k\u1E35l\u1E3Bn\u1E49r\u1E5Ft" +
  "\u1E6Fz\u1E95\u0020\u0338<\u226E=\u2260>\u226F\u2190\u219A\u2192" +
  "\u219B\u2194\u21AE\u21D0\u21CD\u21D2\u21CF\u21D4\u21CE\u2203\u2204\u2208\u2209\u220B" +
  "\u220C\u2223\u2224\u2225\u2226\u223C\u2241\u2243\u2244\u2245\u2247\u2248\u2249\u224D" +
  "\u226D\u2261\u2262\u2264\u2270\u2265\u2271\u2272\u2274\u2273\u2275\u2276\u2278\u2277" +
  "\u2279\u227A\u2280\u227B\u2281\u227C\u22E0\u227D\u22E1\u2282\u2284\u2283\u2285\u2286" +
  "\u2288\u2287\u2289\u2291\u22E2\u2292\u22E3\u22A2\u22AC\u22A8\u22AD\u22A9\u22AE\u22AB" +
  "\u22AF\u22B2\u22EA\u22B3\u22EB\u22B4\u22EC\u22B5\u22ED\u0020\u0342\u00A8\u1FC1\u03B1" +
  "\u1FB6\u03B7\u1FC6\u03B9\u1FD6\u03C5\u1FE6\u03C9\u1FF6\u03CA\u1FD7\u03CB\u1FE7\u1F00" +
  "\u1F06\u1F01\u1F07\u1F08\u1F0E\u1F09\u1F0F\u1F20\u1F26\u1F21\u1F27\u1F28\u1F2E\u1F29" +
  "\u1F2F\u1F30\u1F36\u1F31\u1F37\u1F38\u1F3E\u1F39\u1F3F\u1F50\u1F56\u1F51\u1F57\u1F59" +
  "\u1F5F\u1F60\u1F66\u1F61\u1F67\u1F68\u1F6E\u1F69\u1F6F\u1FBF\u1FCF\u1FFE\u1FDF\u0020" +
  "\u0345\u0391\u1FBC\u0397\u1FCC\u03A9\u1FFC\u03AC\u1FB4\u03AE\u1FC4\u03B1\u1FB3\u03B7" +
  "\u1FC3\u03C9\u1FF3\u03CE\u1FF4\u1F00\u1F80\u1F01\u1F81\u1F02\u1F82\u1F03\u1F83\u1F04" +
  "\u1F84\u1F05\u1F85\u1F06\u1F86\u1F07\u1F87\u1F08\u1F88\u1F09\u1F89\u1F0A\u1F8A\u1F0B" +
  "\u1F8B\u1F0C\u1F8C\u1F0D\u1F8D\u1F0E\u1F8E\u1F0F\u1F8F\u1F20\u1F90\u1F21\u1F91\u1F22" +
  "\u1F92\u1F23\u1F93\u1F24\u1F94\u1F25\u1F95\u1F26\u1F96\u1F27\u1F97\u1F28\u1F98\u1F29" +
  "\u1F99\u1F2A\u1F9A\u1F2B\u1F9B\u1F2C\u1F9C\u1F2D\u1F9D\u1F2E\u1F9E\u1F2F\u1F9F\u1F60" +
  "\u1FA0\u1F61\u1FA1\u1F62\u1FA2\u1F63\u1FA3\u1F64\u1FA4\u1F65\u1FA5\u1F66\u1FA6\u1F67" +
  "\u1FA7\u1F68\u1FA8\u1F69\u1FA9\u1F6A\u1FAA\u1F6B\u1FAB\u1F6C\u1FAC\u1F6D\u1FAD\u1F6E" +
  "\u1FAE\u1F6F\u1FAF\u1F70\u1FB2\u1F74\u1FC2\u1F7C\u1FF2\u1FB6\u1FB7\u1FC6\u1FC7\u1FF6" +
  "\u1FF7";

// A character and the one that it always becomes.
const singletons =
  "\u0340\u0300\u0341\u0301\u0343\u0313\u0374\u02B9\u037E;\u0387\u00B7\u1F71\u03AC" +
  "\u1F73\u03AD\u1F75\u03AE\u1F77\u03AF\u1F79\u03CC\u1F7B\u03CD\u1F7D\u03CE\u1FBB\u0386" +
  "\u1FBE\u03B9\u1FC9\u0388\u1FCB\u0389\u1FD3\u0390\u1FDB\u038A\u1FE3\u03B0\u1FEB\u038E" +
  "\u1FEE\u0385\u1FEF`\u1FF9\u038C\u1FFB\u038F\u1FFD\u00B4\u2000\u2002\u2001\u2003" +
  "\u2126\u03A9\u212AK\u212B\u00C5\u2329\u3008\u232A\u3009";

// Canonical combining classes of U+0300 to U+036F, each as one letter in the order of the classes; "!" is none.
const classes =
  "&&&&&&&&&&&&&&&&&&&&&'%%%%'$%%%%%##%%%%##%%%%%%%%%%%\u0022\u0022\u0022\u0022\u0022%%%%&&&&&&&&*&%%%&&&%%!&&&%%%%&'%%&())())(&&&&&&&&&&&&&";

const pairs = new Map<string, string>();
const parts = new Map<string, string>();
for (const group of composites.split(" "))
  for (let at = 1; at < group.length; at += 2) {
    const letter = group.charAt(at) + group.charAt(0);
    const whole = group.charAt(at + 1);
    pairs.set(letter, whole);
    parts.set(whole, letter);
  }
const same = new Map<string, string>();
for (let at = 0; at < singletons.length; at += 2)
  same.set(singletons.charAt(at), singletons.charAt(at + 1));

const hangul = { l: 0x1100, v: 0x1161, t: 0x11a7, s: 0xac00, vs: 21, ts: 28, all: 11172 } as const;

function classOf(c: string): number {
  const code = c.charCodeAt(0);
  if (code < 0x300 || code > 0x36f) return 0;
  return classes.charCodeAt(code - 0x300) - 0x21;
}

function decomposed(c: string): string {
  const other = same.get(c);
  if (other !== undefined) return decomposed(other);
  const pair = parts.get(c);
  if (pair === undefined) return c;
  return decomposed(pair.charAt(0)) + pair.charAt(1);
}

function pairOf(one: string, other: string): string | undefined {
  const first = one.charCodeAt(0);
  const second = other.charCodeAt(0);
  const vowel = second - hangul.v;
  if (first >= hangul.l && first < hangul.l + 19 && vowel >= 0 && vowel < hangul.vs)
    return String.fromCharCode(hangul.s + ((first - hangul.l) * hangul.vs + vowel) * hangul.ts);
  const syllable = first - hangul.s;
  const tail = second - hangul.t;
  if (syllable >= 0 && syllable < hangul.all && syllable % hangul.ts === 0)
    if (tail > 0 && tail < hangul.ts) return String.fromCharCode(first + tail);
  return pairs.get(one + other);
}

/** What `compose` does where the engine can't. */
export function composeByTable(text: string): string {
  let composed = "";
  for (const run of runs(text)) composed += run;
  return composed;
}

// A run is a character and the marks after it: only they can change one another, but for Hangul, which has no marks.
function runs(text: string): string[] {
  const done: string[] = [];
  let run: string[] = [];
  const end = (): void => {
    if (run.length === 0) return;
    const composed = combine(run);
    const last = done[done.length - 1];
    let joined: string | undefined = undefined;
    if (last !== undefined && last.length === 1 && composed.length === 1)
      joined = pairOf(last, composed);
    if (joined === undefined) done.push(composed);
    else done[done.length - 1] = joined;
    run = [];
  };
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (classOf(c) === 0) end();
    run.push(c);
  }
  end();
  return done;
}

function combine(run: readonly string[]): string {
  if (run.length === 1) {
    const alone = String(run[0]);
    const other = same.get(alone);
    if (other === undefined) return alone;
    return other;
  }
  const characters: string[] = [];
  for (const c of run) for (const part of decomposed(c).split("")) characters.push(part);
  const starter = classOf(String(characters[0])) === 0;
  let letter = "";
  let marks = characters;
  if (starter) {
    letter = String(characters[0]);
    marks = characters.slice(1);
  }
  const byClass: string[][] = [];
  for (const mark of marks) {
    const place = classOf(mark);
    const group = byClass[place];
    if (group === undefined) byClass[place] = [mark];
    else group.push(mark);
  }
  let left = "";
  byClass.forEach((group) => {
    let blocked = false;
    for (const mark of group) {
      const joined = pairs.get(letter + mark);
      if (letter !== "" && joined !== undefined && !blocked) letter = joined;
      else {
        left += mark;
        blocked = true;
      }
    }
  });
  return letter + left;
}
