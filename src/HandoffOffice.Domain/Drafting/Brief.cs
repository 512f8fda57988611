using HandoffOffice.Domain.Design;
using HandoffOffice.Domain.Intake;

namespace HandoffOffice.Domain.Drafting;

/// <summary>Everything that a model is given for one draft.</summary>
/// <param name="Workflow">The version that the run follows.</param>
/// <param name="Record">The frozen input record.</param>
/// <param name="Revision">What a reviewer asks for, from the second draft on.</param>
/// <param name="Existing">The text of the author's own document that the draft revises; null where it is written anew.</param>
public sealed record Brief(Workflow Workflow, InputRecord Record, RevisionRequest? Revision = null, ExistingText? Existing = null);
