/** A long mail as Word, the editor of classic Outlook, writes one: its stylesheet, its settings, paragraphs, lists and tables. */

const sentences = [
  "The usability test of the new payment form starts on 1 December 2026 in Hamburg.",
  "Twelve participants have confirmed, three of them with a screen reader.",
  "The price of the second phase is 18,450.00 EUR, payable within 30 days.",
  "Dana asked for the minutes of the last meeting; they are attached below.",
  "Please tell us by Friday whether the room in Lübeck is still free.",
  "Since the last report the error rate has gone down from 4.1 % to 2.7 %.",
];

const font = "font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif";

const stylesheet = `<style><!--
/* Font Definitions */
@font-face {font-family:Wingdings; panose-1:5 0 0 0 0 0 0 0 0 0;}
@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-ligatures:standardcontextual; mso-fareast-language:EN-US;}
a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline;}
p.MsoListParagraph, li.MsoListParagraph, div.MsoListParagraph {mso-style-priority:34; margin-top:0cm; margin-right:0cm; margin-bottom:0cm; margin-left:36.0pt; font-size:11.0pt; font-family:"Calibri",sans-serif;}
span.EmailStyle17 {mso-style-type:personal-compose; font-family:"Calibri",sans-serif; color:windowtext;}
.MsoChpDefault {mso-style-type:export-only; mso-fareast-language:EN-US;}
@page WordSection1 {size:612.0pt 792.0pt; margin:70.85pt 70.85pt 2.0cm 70.85pt;}
div.WordSection1 {page:WordSection1;}
/* List Definitions */
@list l0 {mso-list-id:1234567890; mso-list-type:hybrid; mso-list-template-ids:1 2 3;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7; mso-level-tab-stop:none; mso-level-number-position:left; text-indent:-18.0pt; font-family:Symbol;}
ol {margin-bottom:0cm;}
ul {margin-bottom:0cm;}
--></style>`;

const head =
  '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" ' +
  'xmlns="http://www.w3.org/TR/REC-html40">\r\n<head>\r\n' +
  '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n' +
  '<meta name="Generator" content="Microsoft Word 15 (filtered medium)">\r\n' +
  "<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}\r\no\\:* {behavior:url(#default#VML);}</style><![endif]-->" +
  `${stylesheet}<!--[if gte mso 9]><xml>\r\n<o:shapedefaults v:ext="edit" spidmax="1026" />\r\n</xml><![endif]-->\r\n</head>\r\n` +
  '<body lang="EN-GB" link="#0563C1" vlink="#954F72" style="word-wrap:break-word">\r\n<div class="WordSection1">\r\n';

const end = "</div>\r\n</body>\r\n</html>\r\n";

const sentence = (at) => sentences[at % sentences.length];

const paragraph = (at) =>
  `<p class="MsoNormal" style="margin-bottom:${6 + (at % 3)}.0pt"><span lang="EN-GB" style="${font};color:#1F497D">${at}. ${sentence(at)}\r\n` +
  `</span><b><span style="${font}">${sentence(at + 1)}</span></b><span style="${font};mso-fareast-language:DE"> ${sentence(at + 2)} ` +
  `</span><a href="https://www.example.org/report/${at}"><span style="${font}">Report ${at}</span></a><o:p></o:p></p>\r\n`;

const item = (at) =>
  '<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1"><![if !supportLists]>' +
  '<span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp;&nbsp; ' +
  `</span></span></span><![endif]><span lang="EN-GB">${sentence(at)} (${at})<o:p></o:p></span></p>\r\n`;

const cell = (text, at) =>
  '<td width="201" valign="top" style="width:150.5pt;border:solid windowtext 1.0pt;border-left:none;padding:0cm 5.4pt 0cm 5.4pt;' +
  `background:${["#F2F2F2", "white"][at % 2]}"><p class="MsoNormal"><span style="${font}">${text}<o:p></o:p></span></p></td>\r\n`;

const table = (at) =>
  '<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;border:none">\r\n' +
  [0, 1, 2, 3]
    .map(
      (row) =>
        `<tr style="height:15.0pt">${cell(sentence(at + row), row)}${cell(`${at * 7 + row},00 EUR`, row)}</tr>\r\n`,
    )
    .join("") +
  '</table>\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n';

/** Such a mail of this many characters, to within some hundreds. */
export function wordMail(length) {
  let html = head;
  for (let at = 0; html.length + end.length < length; at++) {
    html += paragraph(at);
    if (at % 4 === 0) html += item(at) + item(at + 1) + item(at + 2);
    if (at % 8 === 0) html += table(at);
  }
  return html + end;
}
