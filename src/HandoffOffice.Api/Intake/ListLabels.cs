using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Domain.Releasing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffOffice.Api.Intake;

/// <summary>Lists the organisation's sensitivity labels. For who is signed in: what they are called is nobody else's business.</summary>
internal static class ListLabels
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sensitivity-labels", Handle)
        .WithName("ListLabels").WithSummary("Lists the organisation's sensitivity labels, the lowest first")
        .RequireAuthorization(Policies.PersonOrApplication).WithWayOut(WayOut.None);

    private static Ok<IReadOnlyList<LabelView>> Handle(LabelPolicy labels) =>
        TypedResults.Ok<IReadOnlyList<LabelView>>([.. labels.Labels.Select(label => new LabelView(label.Id, label.Name, label.ModelsMaySee))]);
}

/// <summary>A sensitivity label of the organisation.</summary>
/// <param name="Id">Its id in Microsoft Purview.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ModelsMaySee">Whether a language model may be given what has it.</param>
public sealed record LabelView(Guid Id, string Name, bool ModelsMaySee);
