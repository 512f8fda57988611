using HandoffOffice.Domain.Releasing;

namespace HandoffOffice.Api.Intake;

/// <summary>The organisation's sensitivity labels, from the section <c>SensitivityLabels</c>: a list from the lowest to the highest, each with <c>Id</c>, <c>Name</c> and <c>ModelsMaySee</c>.</summary>
internal static class LabelSettings
{
    public const string Section = "SensitivityLabels";

    /// <exception cref="InvalidOperationException">A label is not soundly set; the message names each setting.</exception>
    public static IServiceCollection AddSensitivityLabels(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(Read(configuration.GetSection(Section)));

    private static LabelPolicy Read(IConfigurationSection section)
    {
        // Children with numbers for keys come in the order of those.
        List<IConfigurationSection> entries = [.. section.GetChildren()];
        List<string> problems = [.. entries.SelectMany(Problems)];
        List<OrganisationLabel> labels = problems.Count > 0 ? [] : [.. entries.Select(Label)];
        problems.AddRange(labels.GroupBy(label => label.Id).Where(same => same.Count() > 1).Select(same => $"{Section} has the id {same.Key:D} twice."));
        return problems.Count == 0 ? new LabelPolicy(labels) : throw new InvalidOperationException(string.Join(" ", problems));
    }

    private static OrganisationLabel Label(IConfigurationSection entry) =>
        new(Guid.Parse(entry["Id"]!), entry["Name"]!.Trim(), entry["ModelsMaySee"] is { } may && bool.Parse(may));

    private static IEnumerable<string> Problems(IConfigurationSection entry)
    {
        if (!Guid.TryParse(entry["Id"], out Guid id) || id == Guid.Empty)
        {
            yield return $"{entry.Path}:Id is not a GUID: give the label's id in Microsoft Purview.";
        }

        if (string.IsNullOrWhiteSpace(entry["Name"]))
        {
            yield return $"{entry.Path}:Name is missing.";
        }

        if (entry["ModelsMaySee"] is { } may && !bool.TryParse(may, out _))
        {
            yield return $"{entry.Path}:ModelsMaySee is neither true nor false.";
        }
    }
}
