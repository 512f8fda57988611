using System.Collections.Frozen;
using HandoffOffice.Api.Identity;

namespace HandoffOffice.Api.Hosting;

/// <summary>
/// The content security policy of each page (Content Security Policy Level 3): what it may load, whom it may call and who may frame it.
/// No script is inline, and only the pages that run in Office take scripts from elsewhere.
/// </summary>
internal sealed class PagePolicies
{
    // Office.js is to be loaded from its own address only, and loads its parts from the same folder. In Outlook it also loads this one
    // file of another address, and never gets ready without it (OfficeDev/office-js#5733, #6040). By its whole path: all other libraries
    // at that address stay out. What Office.js would report about its use is not let out.
    private const string OfficeScripts = " https://appsforoffice.microsoft.com/lib/ https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js";

    // All ancestors of a frame have to be named (CSP Level 3, section 6.4.2.1). Microsoft keeps no list for add-ins (OfficeDev/office-js#1005).
    // These are the addresses of Outlook on the web (1), SharePoint and OneDrive (31) and Office on the web (46) in "Microsoft 365 URLs and
    // IP address ranges", and the domain to which they move and which is Microsoft's alone. Accounts that belong to no organisation and
    // their addresses have no business here. Our own pages frame the page of signing in.
    private const string OfficeOnTheWeb =
        "'self' https://outlook.office.com https://outlook.office365.com https://*.sharepoint.com https://*.officeapps.live.com https://*.cloud.microsoft";

    private static readonly string[] OfficePages = ["/taskpane.html", "/send.html", "/signin.html"];

    private readonly string workbench;
    private readonly FrozenDictionary<string, string> pages;

    internal PagePolicies(IdentityDescription identity)
    {
        string signIn = identity.Authority is { } authority ? $" {new Uri(authority).GetLeftPart(UriPartial.Authority)}" : string.Empty;
        workbench = Policy(string.Empty, signIn, "'none'");
        pages = OfficePages.ToFrozenDictionary(page => page, _ => Policy(OfficeScripts, signIn, OfficeOnTheWeb), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The policy of what is served at a path; whatever is no page of Office has the workbench's.</summary>
    internal string For(PathString path) => pages.GetValueOrDefault(path.Value ?? string.Empty, workbench);

    // Griffel, Fluent UI's styling, writes style elements at run time. With Entra ID the pages redeem codes for tokens there, and renew them
    // in a hidden frame that ends on our own page.
    private static string Policy(string scripts, string signIn, string ancestors) =>
        $"default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + $"connect-src 'self'{signIn}; frame-src 'self'{signIn}; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}";
}
