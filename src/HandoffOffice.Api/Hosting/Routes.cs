using HandoffOffice.Api.Administration;
using HandoffOffice.Api.Auditing;
using HandoffOffice.Api.Checking;
using HandoffOffice.Api.Connector;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Drafting;
using HandoffOffice.Api.Exporting;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Intake;
using HandoffOffice.Api.Measuring;
using HandoffOffice.Api.Piloting;
using HandoffOffice.Api.Releasing;
using HandoffOffice.Api.Reviewing;
using HandoffOffice.Api.Training;

namespace HandoffOffice.Api.Hosting;

/// <summary>Every route, stage by stage.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");

        GetConfiguration.Map(api);
        api.MapIdentity();
        People.Map(api);

        ListWorkflows.Map(api);
        GetWorkflow.Map(api);
        Library.Map(api);
        Journeys.Map(api);
        ChooseWork.Map(api);
        WriteVersion.Map(api);
        AddVersion.Map(api);

        TryExamples.Map(api);
        LifecycleSteps.Map(api);
        PilotJournal.Map(api);
        GetPlaybook.Map(api);
        RunBackTest.Map(api);

        Practices.Map(api);
        GetTraining.Map(api);

        ValidateRecord.Map(api);
        ImportTable.Map(api);
        StartHandoff.Map(api);
        UseOwnDocument.Map(api);
        ListLabels.Map(api);
        WriteOwnSections.Map(api);

        WriteDraft.Map(api);
        GetFindings.Map(api);

        ListHandoffs.Map(api);
        GetHandoff.Map(api);
        ReportViewing.Map(api);
        DecideChanges.Map(api);
        SectionsInWord.Map(api);
        PickCandidate.Map(api);
        ConfirmItem.Map(api);
        EndReview.Map(api);
        SignText.Map(api);
        PassOnReview.Map(api);
        ReassignReviews.Map(api);
        Absences.Map(api);

        ReleaseHandoff.Map(api);
        SendMail.Map(api);
        ComposeMail.Map(api);
        SealOpenDocument.Map(api);
        CompareOpenDocument.Map(api);
        GetCleanCopy.Map(api);
        GetPickList.Map(api);
        GetSeal.Map(api);
        GetSealKeys.Map(api);

        RecordOutcome.Map(api);
        GetTrust.Map(api);
        GetKnownFailures.Map(api);
        GetMeasures.Map(api);
        GetTwoBars.Map(api);
        ExportTables.Map(api);
        GetPersonsData.Map(api);

        ReadLedger.Map(api);
        ReadFeed.Map(api);
        RotateKey.Map(api);

        api.MapConnector();
        Webhooks.Map(api);

        StopRoutes.Map(api);
        BreakGlass.Map(api);
        ListBrokenGlass.Map(api);
        ReportInstallation.Map(api);
        GetFleet.Map(api);
    }
}
