using HandoffOffice.Api.Identity;
using Xunit;

namespace HandoffOffice.Api.Tests.Identity;

[Trait("Capability", "C77")]
public sealed class IdentitySettingsTests
{
    private const string ClientId = "AzureAd:ClientId=0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f";
    private const string Tenant = "AzureAd:TenantId=11111111-aaaa-4bbb-8ccc-000000000001";

    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    public void Without_settings_the_identity_is_local_outside_of_production(string environment) => Starts(environment);

    [Fact]
    public void Production_without_Entra_does_not_start_and_names_the_settings() =>
        Assert.Contains("set AzureAd:ClientId and AzureAd:TenantId", DoesNotStart("Production"), StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData(ClientId, Tenant)]
    public void The_local_identity_is_impossible_in_production(params string[] settings) =>
        Assert.Contains("impossible in Production", DoesNotStart("Production", ["Identity:Kind=Local", .. settings]), StringComparison.Ordinal);

    [Fact]
    public void An_identity_that_is_none_is_refused() =>
        Assert.Contains("'Nobody'", DoesNotStart("Development", "Identity:Kind=Nobody"), StringComparison.Ordinal);

    [Fact]
    public void Entra_asked_for_without_its_settings_is_no_reason_to_be_local() =>
        Assert.Contains("AzureAd:ClientId", DoesNotStart("Development", "Identity:Kind=Entra"), StringComparison.Ordinal);

    [Theory]
    [InlineData(Tenant)]
    [InlineData("AzureAd:AllowedTenants=11111111-aaaa-4bbb-8ccc-000000000001, 22222222-aaaa-4bbb-8ccc-000000000002")]
    [InlineData("AzureAd:AllowedTenants:0=11111111-aaaa-4bbb-8ccc-000000000001", "AzureAd:TenantId=organizations")]
    [InlineData(Tenant, "AzureAd:Instance=https://login.microsoftonline.us/")]
    public void Production_starts_with_Entra(params string[] settings) => Starts("Production", [ClientId, .. settings]);

    [Theory]
    [InlineData("AzureAd:TenantId")]
    [InlineData("AzureAd:TenantId", "AzureAd:TenantId=common")]
    [InlineData("AzureAd:TenantId", "AzureAd:TenantId=organizations")]
    [InlineData("contoso.onmicrosoft.com", "AzureAd:TenantId=contoso.onmicrosoft.com")]
    [InlineData("AzureAd:AllowedTenants", "AzureAd:AllowedTenants:0=00000000-0000-0000-0000-000000000000")]
    [InlineData("AzureAd:Instance", Tenant, "AzureAd:Instance=login.microsoftonline.com")]
    [InlineData("https", Tenant, "AzureAd:Instance=http://login.example", "AzureAd:RequireHttpsMetadata=false")]
    [InlineData("https", Tenant, "AzureAd:Instance=http://127.0.0.1:8080", "AzureAd:RequireHttpsMetadata=false")]
    public void A_wrong_setting_is_named(string named, params string[] settings) =>
        Assert.Contains(named, DoesNotStart("Production", [ClientId, .. settings]), StringComparison.Ordinal);

    private static void Starts(string environment, params string[] settings) => ProbeHost.Configure(environment, Read(settings));

    private static string DoesNotStart(string environment, params string[] settings)
    {
        string message = Assert.Throws<IdentitySettingsException>(() => ProbeHost.Configure(environment, Read(settings))).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static Dictionary<string, string?> Read(string[] settings) =>
        settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
}
