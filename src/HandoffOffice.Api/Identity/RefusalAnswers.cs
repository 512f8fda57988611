using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace HandoffOffice.Api.Identity;

/// <summary>
/// Answers 401 and 403 with problem details that say what is missing, and with the <c>WWW-Authenticate</c> header that
/// RFC 9110 section 11.6.1 and RFC 6750 section 3 ask for. The framework's own answers have no body.
/// </summary>
internal sealed class RefusalAnswers : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (authorizeResult.Challenged)
        {
            AuthenticateResult result = await context.AuthenticateAsync();
            await context.ChallengeAsync();
            await IdentityProblems.Unauthenticated(WhyUnauthenticated(result.Failure)).ExecuteAsync(context);
        }
        else
        {
            Shortfall shortfall = ShortfallOf(authorizeResult);
            await context.ForbidAsync();
            context.Response.Headers.Append(HeaderNames.WWWAuthenticate, ForbiddenChallenge(shortfall));
            await IdentityProblems.Forbidden(shortfall.Detail).ExecuteAsync(context);
        }
    }

    private static string WhyUnauthenticated(Exception? failure) =>
        failure switch
        {
            null => "This call needs a token: 'Authorization: Bearer <token>'.",
            AuthenticationFailureException refused => refused.Message,
            SecurityTokenExpiredException expired => string.Create(
                CultureInfo.InvariantCulture, $"The token expired at {expired.Expires:yyyy-MM-dd'T'HH:mm:ss'Z'}. Sign in again."),
            SecurityTokenNotYetValidException early => string.Create(
                CultureInfo.InvariantCulture, $"The token is not valid before {early.NotBefore:yyyy-MM-dd'T'HH:mm:ss'Z'}."),
            SecurityTokenInvalidLifetimeException => "The token has expired or is not valid yet. Sign in again.",
            SecurityTokenInvalidAudienceException => "The token was issued for another service (claim 'aud').",
            SecurityTokenInvalidIssuerException => "The token comes from an issuer or an organisation that is not accepted here (claims 'iss' and 'tid').",
            SecurityTokenInvalidSignatureException => "The token is not signed by a key of its issuer.",
            _ => "The token is not a valid one.",
        };

    private static Shortfall ShortfallOf(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailureReasons.OfType<ShortfallReason>().FirstOrDefault()?.Shortfall
        ?? new Shortfall("The rules of this route do not allow it to this caller.");

    // The details are our own sentences and hold neither quotation marks nor line ends.
    private static string ForbiddenChallenge(Shortfall shortfall) =>
        $"Bearer error=\"insufficient_scope\", error_description=\"{shortfall.Detail}\""
        + (shortfall.Scope is { } scope ? $", scope=\"{scope}\"" : string.Empty);
}
