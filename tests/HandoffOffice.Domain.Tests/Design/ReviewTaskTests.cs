using HandoffOffice.Domain.Design;
using Xunit;

namespace HandoffOffice.Domain.Tests.Design;

[Trait("Capability", "C33")]
public sealed class ReviewTaskTests
{
    [Theory]
    [InlineData("Review the draft.")]
    [InlineData("Check the text for errors before sending.")]
    [InlineData("Please read it through carefully once more.")]
    [InlineData("Make sure everything is correct and complete.")]
    [InlineData("Verify the AI's work.")]
    [InlineData("Proofread the whole document.")]
    [InlineData("Looks good")]
    [InlineData("Check the dates.")]
    [InlineData("Check the tone.")]
    [InlineData("Ensure quality.")]
    [InlineData("Bitte den Entwurf sorgfältig prüfen.")]
    [InlineData("Lies alles noch einmal durch.")]
    [InlineData("Sicherstellen, dass alles richtig ist.")]
    [InlineData("Prüfe die Zahlen.")]
    [InlineData("")]
    [InlineData("!!! ???")]
    public void What_two_people_would_not_do_alike_is_no_task(string item) => Assert.NotNull(ReviewTask.Lack(item));

    [Theory]
    [InlineData("Compare every date in the text with the record.")]
    [InlineData("Compare the greeting with the recipient's name in the record.")]
    [InlineData("Find the call to action word for word in meaning, once, and nothing promised beyond it.")]
    [InlineData("Read it as the client: the tone is friendly and professional.")]
    [InlineData("Find every milestone, blocker and next step of the record in the text.")]
    [InlineData("Find no fact, promise or name in the text that the record lacks.")]
    [InlineData("Check the invoice total against the order.")]
    [InlineData("Every product name is spelled as in the price list.")]
    [InlineData("Vergleiche jedes Datum im Text mit dem Datensatz.")]
    [InlineData("Die Anrede entspricht dem Namen des Empfängers.")]
    [InlineData("Kein Preis steht im Text, der nicht im Angebot steht.")]
    public void What_names_a_thing_and_a_yardstick_is_one(string item) => Assert.Null(ReviewTask.Lack(item));
}
