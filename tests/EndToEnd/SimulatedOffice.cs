using System.Diagnostics;

namespace HandoffOffice.EndToEnd;

/// <summary>Word and Outlook as the pane's own tests have them, as one script.</summary>
internal static class SimulatedOffice
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The script's file, made anew for these tests.</summary>
    public static string Script => Made.Value;

    private static string Make()
    {
        string addin = Path.Combine(Product.Root(), "addin");
        using Process npm = Process.Start(new ProcessStartInfo("npm", ["run", "--silent", "simulator"])
        {
            WorkingDirectory = addin,
            RedirectStandardError = true,
        })!;
        string said = npm.StandardError.ReadToEnd();
        npm.WaitForExit();
        Assert.True(npm.ExitCode == 0, said);
        return Path.Combine(addin, "dist", "simulator", "office.js");
    }
}
