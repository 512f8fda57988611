namespace HandoffOffice.Api.Tests.Running;

/// <summary>Files of the repository that tests compare with what runs.</summary>
public static class RepositoryFiles
{
    /// <summary>The full path of a file, by its path from the root.</summary>
    public static string At(params string[] path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HandoffOffice.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), .. path]);
    }

    /// <summary>The bytes of a file that is made from what runs; made anew where that is asked for by UPDATE_OPENAPI=1.</summary>
    public static async Task<byte[]> Committed(string file, byte[] served, CancellationToken cancel)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllBytesAsync(file, served, cancel);
        }

        return await File.ReadAllBytesAsync(file, cancel);
    }
}
