using System.Diagnostics;
using HandoffOffice.Api.Identity;
using HandoffOffice.Api.Tests.Running;
using Xunit;

namespace HandoffOffice.Api.Tests;

/// <summary>Whoever starts the product with wrong settings reads one line that names them.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("Production", "AzureAd:ClientId", "")]
    [InlineData("Production", "Identity:Kind", "Identity__Kind=Local")]
    [InlineData("Production", "AzureAd:TenantId", "AzureAd__ClientId=0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f")]
    [InlineData("Development", "ConnectionStrings:HandoffOffice", "")]
    [InlineData("Development", "Database:Provider", "ConnectionStrings__HandoffOffice=Data Source=:memory:|Database__Provider=Oracle")]
    [InlineData("Development", "Failed to connect", "ConnectionStrings__HandoffOffice=Host=127.0.0.1;Port=1;Database=handoffoffice|Database__Provider=PostgreSql")]
    [InlineData("Development", "Models:AzureOpenAI:Endpoint", "ConnectionStrings__HandoffOffice=Data Source=:memory:|Models__AzureOpenAI__Deployment=any")]
    [InlineData("Development", "SensitivityLabels:0:Id", "ConnectionStrings__HandoffOffice=Data Source=:memory:|SensitivityLabels__0__Id=any|SensitivityLabels__0__Name=Any")]
    [InlineData("Development", "twice", "ConnectionStrings__HandoffOffice=Data Source=:memory:|SensitivityLabels__0__Id=11111111-2222-4333-8444-555555555501|SensitivityLabels__0__Name=One|SensitivityLabels__1__Id=11111111-2222-4333-8444-555555555501|SensitivityLabels__1__Name=Two")]
    public async Task A_missing_or_wrong_setting_is_one_line(string environment, string named, string settings)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("handoffoffice-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HandoffOffice.Api.dll")])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        foreach (string[] setting in settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)))
        {
            start.Environment[setting[0]] = setting[1];
        }

        (int exitCode, string said) = await Run(start);
        folder.Delete(recursive: true);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(named, Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_started_it_has_the_key_that_it_signs_with()
    {
        await using var product = Product.Start();
        Assert.Equal([1L], product.Query("SELECT Number FROM SealKeys"));
    }

    [Fact]
    public async Task First_calls_that_come_at_once_do_not_stand_in_each_others_way()
    {
        await using var product = Product.Start();
        Session amara = await product.As(LocalPeople.AmaraOsei);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await amara.Get("workflows")).Ok()));
        product.ExpectNoFault();
    }

    private static async Task<(int ExitCode, string Said)> Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet can't be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await error + await output);
    }
}
