using Microsoft.AspNetCore.Authorization;

namespace HandoffOffice.Api.Identity;

/// <summary>The names of the authorization policies, for <c>RequireAuthorization</c>. A route that names none takes a person (<see cref="Person"/>).</summary>
public static class Policies
{
    /// <summary>The delegated scope with which the pane calls for a person.</summary>
    public const string Scope = "access_as_user";

    /// <summary>The app role that an application (a flow) needs.</summary>
    public const string ApplicationRole = "Application";

    /// <summary>A person, with the scope <see cref="Scope"/>, in whatever role.</summary>
    public const string Person = "Person";

    /// <summary>A person who may ask for drafts.</summary>
    public const string Author = "Author";

    /// <summary>A person who may ask for drafts, or an application with the app role <see cref="ApplicationRole"/>: a flow can be an author.</summary>
    public const string AuthorOrApplication = "AuthorOrApplication";

    /// <summary>A person who may review and sign.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>A person who may design workflows.</summary>
    public const string Designer = "Designer";

    /// <summary>A person who may set policy.</summary>
    public const string Administrator = "Administrator";

    /// <summary>A person who may design workflows or set policy: who reads the measures.</summary>
    public const string DesignerOrAdministrator = "DesignerOrAdministrator";

    /// <summary>A person with the scope <see cref="Scope"/>, or an application with the app role <see cref="ApplicationRole"/>.</summary>
    public const string PersonOrApplication = "PersonOrApplication";

    /// <summary>The app role that an application needs to read the feed of events (a SIEM). It opens nothing else, and <see cref="ApplicationRole"/> does not open the feed.</summary>
    public const string FeedRole = "EventFeed";

    /// <summary>A person who may set policy, or an application with the app role <see cref="FeedRole"/>.</summary>
    public const string AdministratorOrFeed = "AdministratorOrFeed";

    internal static void AddTo(AuthorizationOptions options)
    {
        options.AddPolicy(Person, Requiring(new CallerRequirement([])));
        options.AddPolicy(PersonOrApplication, Requiring(new CallerRequirement([], ApplicationRole)));
        options.AddPolicy(Author, RequiringRole(Role.Author));
        options.AddPolicy(AuthorOrApplication, Requiring(new CallerRequirement([Role.Author], ApplicationRole)));
        options.AddPolicy(Reviewer, RequiringRole(Role.Reviewer));
        options.AddPolicy(Designer, RequiringRole(Role.Designer));
        options.AddPolicy(DesignerOrAdministrator, RequiringRole(Role.Designer, Role.Administrator));
        options.AddPolicy(Administrator, RequiringRole(Role.Administrator));
        options.AddPolicy(AdministratorOrFeed, Requiring(new CallerRequirement([Role.Administrator], FeedRole)));

        // A route whose writer forgot a policy must not let a flow in: what only people may do is the greater part.
        options.DefaultPolicy = Requiring(new CallerRequirement([]));
        options.FallbackPolicy = options.DefaultPolicy;
    }

    private static AuthorizationPolicy RequiringRole(params IReadOnlyList<Role> roles) => Requiring(new CallerRequirement(roles));

    private static AuthorizationPolicy Requiring(CallerRequirement requirement) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(requirement).Build();
}
