/** Bodies of mails that are sealed, of the kinds that the product writes: what clients rewrite in the tests. */
export const bodies: readonly string[] = [
  "<p>Hello Dana,</p><p>the first date is <b>1 December 2026</b>, the second one <i>8 December 2026</i>.</p><p>Kind regards<br>Amara Osei</p>",
  '<p>Grüße aus Köln – die Übersicht „März“ kostet 1.250,00 € statt 980,00 €.</p><p>Näheres: <a href="https://www.example.org/bericht?id=7">Bericht 7</a></p>',
  "<p>Open points:</p><ul><li>Room in Lübeck is free until 12:30</li><li>Three participants use a screen reader</li><li>Price of phase two: 18,450.00 EUR</li></ul><p>Please answer by Friday.</p>",
  '<ol start="3"><li>Sign the offer</li><li>Send the minutes</li></ol><p style="color:#1F497D;font-family:Calibri,sans-serif">See <a href="http://example.org/minutes/">the minutes</a>  of Monday.</p>',
  '<table border="1" style="border-collapse:collapse"><tbody><tr><td style="background-color:#F2F2F2">Milestone</td><td>Date</td></tr><tr><td colspan="1">Gateway live</td><td>2026-11-30</td></tr></tbody></table><p>The error rate fell from 4.1 % to 2.7 %.</p>',
  "<h2>Status</h2><div>Release 4.2 is live since <strong>29 November</strong>.</div><div><br></div><div>Known issue: <s>login on Android</s> fixed.</div><p>x<sup>2</sup> and H<sub>2</sub>O</p>",
  '<p>Dear Ms O’Neill,</p><p><span style="font-size:11pt;color:#000000">the logo: <img src="cid:logo@01" alt="Handoff"> is attached.</span></p><blockquote>You wrote: is 5 &lt; 7 &amp; 7 &gt; 5?</blockquote>',
  "<p>日本語の見積もり 120,000 円</p><p>Ελληνικά, Русский, Việt Nam, Łódź, ½ café</p>",
];
