using CsCheck;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Api.Tests.Model;

/// <summary>What is done in one move. A new command of the product is one more of these, a line in <see cref="Moves"/> and one in <see cref="Commands"/>.</summary>
public enum Act
{
    Look,

    /// <summary>Has it drafted; where it has come to its end, starts another in its place.</summary>
    Draft,
    DecideOne,
    DecideRest,
    Confirm,
    Waive,
    View,
    Sign,
    Revise,
    Reject,
    FinishByHand,
    Release,

    /// <summary>A reviewer passes the review on.</summary>
    Delegate,

    /// <summary>An administrator approves without the review.</summary>
    BreakGlass,

    /// <summary>An administrator stops a workflow, a model or everything, or lifts what is stopped.</summary>
    Stop,

    /// <summary>Somebody changes what is stored of an approval, and it is asked for.</summary>
    Tamper,

    /// <summary>Everything from the draft, where one is due, to the signature, one command after the other, mostly with the signature.</summary>
    Prepare,

    /// <summary>Somebody signs in anew.</summary>
    SignIn,

    /// <summary>The clock jumps.</summary>
    Clock,
}

/// <summary>How often it is done.</summary>
public enum Repeat
{
    Once,
    Again,
    AtOnce,
}

/// <summary>One move of a sequence.</summary>
/// <param name="Act">What.</param>
/// <param name="Handoff">On which of the handoffs.</param>
/// <param name="Who">Who.</param>
/// <param name="Choice">What is left to choose: a change, an item, a key, a jump.</param>
/// <param name="Repeat">Whether it is done again after the answer (whatever that was), or <see cref="Other"/> at the same time.</param>
/// <param name="Other">Who does <see cref="OtherAct"/> at the same time.</param>
/// <param name="OtherAct">What they do.</param>
/// <param name="Moment">Where the database breaks.</param>
/// <param name="Before">How often it comes to that moment before it breaks.</param>
public sealed record Move(Act Act, int Handoff, Who Who, int Choice, Repeat Repeat, Who Other, Act OtherAct, Moment Moment, int Before)
{
    public override string ToString() =>
        $"{Who} {Act}({Choice}) on {Handoff}"
        + (Repeat == Repeat.AtOnce ? $" while {Other} {OtherAct}" : Repeat == Repeat.Again ? " and again" : string.Empty)
        + (Moment == Moment.Never ? string.Empty : $", broken {Moment} {Before}");
}

/// <summary>A sequence: two handoffs at a time of one tenant, one of another, what is done to them, and the product's own chance.</summary>
public sealed record Sequence(IReadOnlyList<(Stakes Stakes, bool ByAFlow)> Handoffs, IReadOnlyList<Move> Steps, uint Chance);

/// <summary>Draws sequences.</summary>
public static class Moves
{
    public const int PerSequence = 100;

    /// <summary>What a run has to get to.</summary>
    public static readonly IReadOnlyList<string> Goals =
    [
        nameof(Act.Draft), nameof(Act.Confirm), nameof(Act.Waive), nameof(Act.Sign), nameof(Act.Revise), nameof(Act.Release), nameof(Act.Delegate), nameof(Act.BreakGlass), "stopped", "planted", "at once", "tampered", "seal-broken", "a broken draft",
    ];

    private static readonly Gen<Act> AnAct = Gen.Frequency(
        (1, Act.Look), (5, Act.Draft), (3, Act.DecideOne), (2, Act.DecideRest), (3, Act.Confirm), (1, Act.Waive), (2, Act.View), (6, Act.Sign), (1, Act.Revise),
        (1, Act.Reject), (1, Act.FinishByHand), (6, Act.Release), (1, Act.Delegate), (1, Act.BreakGlass), (1, Act.Stop), (2, Act.Tamper), (8, Act.Prepare), (1, Act.SignIn), (2, Act.Clock));

    private static readonly Gen<Act> AnActAtOnce = Gen.Frequency(
        (1, Act.DecideOne), (1, Act.DecideRest), (1, Act.Confirm), (1, Act.View), (4, Act.Sign), (1, Act.Revise), (1, Act.Reject), (1, Act.Delegate), (1, Act.BreakGlass),
        (4, Act.Release));

    private static readonly Gen<Who> Somebody = Gen.Frequency(
        (6, Who.Author), (10, Who.FirstReviewer), (8, Who.SecondReviewer), (1, Who.Administrator), (1, Who.Stranger), (1, Who.Flow), (1, Who.OtherTenant));

    private static readonly Gen<Moment> AMoment = Gen.Frequency(
        (20, Moment.Never), (1, Moment.BeforeSaving), (1, Moment.AfterSaving), (1, Moment.BeforeCommit), (1, Moment.AfterCommit), (2, Moment.AtACommand));

    private static readonly Gen<Repeat> ARepeat = Gen.Frequency((8, Repeat.Once), (2, Repeat.Again), (2, Repeat.AtOnce));

    private static readonly Gen<Move> AMove =
        from what in Gen.Select(AnAct, Gen.Frequency((6, 0), (6, 1), (1, 2)), Somebody, Gen.Int[0, 11])
        from other in Gen.Select(ARepeat, Somebody, AnActAtOnce)
        from fault in Gen.Select(AMoment, Gen.Int[0, 7])
        select new Move(what.Item1, what.Item2, what.Item3, what.Item4, other.Item1, other.Item2, other.Item3, fault.Item1, fault.Item1 == Moment.AtACommand ? fault.Item2 : fault.Item2 / 6);

    private static readonly Gen<(Stakes, bool)> AHandoff =
        Gen.Select(Gen.Frequency((1, Stakes.Low), (2, Stakes.Medium), (2, Stakes.High)), Gen.Frequency((4, false), (1, true)));

    public static Gen<Sequence> All { get; } =
        Gen.Select(AHandoff.Array[2], AMove.Array[PerSequence], Gen.UInt, (handoffs, steps, chance) => new Sequence(handoffs, steps, chance));
}
