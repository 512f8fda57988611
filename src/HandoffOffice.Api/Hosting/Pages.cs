using HandoffOffice.Api.Identity;
using Microsoft.Net.Http.Headers;

namespace HandoffOffice.Api.Hosting;

/// <summary>Serves the pane and the workbench, with headers that let each load from elsewhere only what it needs.</summary>
internal static class Pages
{
    public static void UsePages(this WebApplication app)
    {
        PagePolicies policies = new(app.Services.GetRequiredService<IdentityDescription>());
        app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (!context.Request.Path.StartsWithSegments("/swagger"))
            {
                headers.ContentSecurityPolicy = policies.For(context.Request.Path);
            }

            return next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            // The build names everything but the pages by its content.
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
