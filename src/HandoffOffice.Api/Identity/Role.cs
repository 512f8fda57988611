using System.Text.Json.Serialization;

namespace HandoffOffice.Api.Identity;

/// <summary>What a person may do here: an app role of the registration in Entra ID, read from the token's <c>roles</c> claim and spelled exactly so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Fills the input template and asks for a draft.</summary>
    Author,

    /// <summary>Checks a draft, decides on its changes and signs.</summary>
    Reviewer,

    /// <summary>Designs workflows, runs the pilot and reads the measures.</summary>
    Designer,

    /// <summary>Sets policy and reads the ledger.</summary>
    Administrator,
}
