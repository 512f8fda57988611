using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking;

/// <summary>One rule of a gate. It reads and says; it never changes what it reads.</summary>
/// <param name="Kind">The name that a gate asks for it by.</param>
internal abstract record Check(CheckKind Kind)
{
    /// <summary>What is wrong by this rule.</summary>
    public abstract IEnumerable<Fault> Find(Reading reading);
}

/// <summary>What a rule says, before the gate says how much it matters.</summary>
internal sealed record Fault(string Message, TextSpan? Span = null, JsonPointer? Pointer = null, string? Expected = null, string? Found = null, string? Suggestion = null)
{
    /// <summary>What findings are written in, so that the values in them are too.</summary>
    public const string Language = "en";

    public Finding Weighed(GateCheck check) => new(check.Kind, check.Severity, Message, Span, Pointer, Expected, Found, Suggestion);
}
