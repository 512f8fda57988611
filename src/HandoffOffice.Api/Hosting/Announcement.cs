using HandoffOffice.Api.Identity;
using HandoffOffice.Domain.Drafting;

namespace HandoffOffice.Api.Hosting;

/// <summary>What a person who started the product reads: one URL, and who writes drafts.</summary>
internal static class Announcement
{
    public static void AnnounceUrl(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        DraftOrigin drafter = app.Services.GetRequiredService<DraftOrigin>();
        IdentityDescription identity = app.Services.GetRequiredService<IdentityDescription>();
        Console.WriteLine($"""

              HandoffOffice is ready:  {app.Urls.FirstOrDefault()}

              Drafts:    {(drafter.Kind == DraftOriginKind.Rules ? "written by rules, no AI (set Models:AzureOpenAI:* for a model)" : drafter.Name)}
              Sign-in:   {(identity.Kind == IdentityKind.Local ? "local people, this machine only" : "Microsoft Entra ID")}
              Stop with Ctrl+C.

            """);
    });
}
