namespace HandoffOffice.Api.Connector;

/// <summary>
/// The operations of the Power Platform connector: the routes below <c>/flow</c>, and nothing else. Their answers are flat, so that a flow's designer shows
/// every value of them. None of them confirms, decides, signs or releases (DESIGN rule 3).
/// </summary>
internal static class FlowRoutes
{
    /// <summary>The name of the OpenAPI document that has these operations, and only these.</summary>
    public const string Document = "connector";

    /// <summary>What an endpoint's name has before the operation's id; endpoint names are unique over both documents.</summary>
    public const string NamePrefix = "Flow";

    public static void MapConnector(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder flow = api.MapGroup("/flow").WithGroupName(Document);
        ListFlowWorkflows.Map(flow);
        GetRecordSchema.Map(flow);
        ListFlowReviewers.Map(flow);
        CreateDraft.Map(flow);
        GetDraft.Map(flow);
        GetFlowHandoff.Map(flow);
        ListFlowHandoffs.Map(flow);
        GetFlowFindings.Map(flow);
        GetApprovedText.Map(flow);
        GetApprovedDocument.Map(flow);
        RecordFlowOutcome.Map(flow);
        CancelHandoff.Map(flow);
        Subscribe.Map(flow);
    }
}
