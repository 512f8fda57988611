using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace HandoffOffice.Storage.Keys;

/// <summary>
/// The certificate that the keys of data protection are encrypted to. It lies outside of the database: whoever has the one alone can't open the seeds of seal keys.
/// </summary>
internal static class KeyCertificate
{
    private const string CertificateSetting = "Keys:Certificate";
    private const string OwnFile = "data-protection.pfx";

    // Keys are to be read for as long as there are seals; the certificate vouches for nobody.
    private const int Years = 100;
    private const int RsaBits = 3072;

    /// <summary>The certificate of <c>Keys:Certificate</c> (a PFX file, with <c>Keys:CertificatePassword</c>), or one of our own in the folder <c>Keys:Folder</c>.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="root">The folder that relative paths start from.</param>
    /// <exception cref="InvalidOperationException">The file that a setting names can't be used.</exception>
    public static X509Certificate2 Load(IConfiguration configuration, string root)
    {
        if (configuration[CertificateSetting] is { Length: > 0 } named)
        {
            return Read(Path.GetFullPath(named, root), configuration["Keys:CertificatePassword"], CertificateSetting);
        }

        string file = Path.Combine(Path.GetFullPath(configuration["Keys:Folder"] ?? "keys", root), OwnFile);
        if (!File.Exists(file))
        {
            Make(file);
        }

        return Read(file, null, "Keys:Folder");
    }

    private static X509Certificate2 Read(string file, string? password, string setting)
    {
        try
        {
            X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null
                ? certificate
                : throw new InvalidOperationException($"The certificate of the setting {setting} ({file}) has no private RSA key.");
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The certificate of the setting {setting} ({file}) can't be read: {e.Message}", e);
        }
    }

    // Two processes may start at once: each writes a file of its own, and the first one to move it there wins.
    private static void Make(string file)
    {
        using var key = RSA.Create(RsaBits);
        var request = new CertificateRequest("CN=HandoffOffice data protection", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset start = DateTimeOffset.UnixEpoch;
        using X509Certificate2 certificate = request.CreateSelfSigned(start, start.AddYears(Years));
        string folder = Path.GetDirectoryName(file)!;
        string draft = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(certificate.Export(X509ContentType.Pfx));
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
