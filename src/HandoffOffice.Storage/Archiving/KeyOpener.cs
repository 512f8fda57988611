using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using HandoffOffice.Domain.Releasing;
using HandoffOffice.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffOffice.Storage.Archiving;

/// <summary>Tries the keys of an archive before they are taken: with another certificate they would be there and open nothing.</summary>
/// <param name="certificate">The certificate of this installation.</param>
public sealed class KeyOpener(X509Certificate2 certificate)
{
    /// <summary>Opens each seed.</summary>
    /// <exception cref="ArchiveRefusedException">One does not open, or is not that of its public key.</exception>
    internal void Try(ArchivedKeys keys)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddDataProtection().SetApplicationName(StorageServices.ApplicationName).UnprotectKeysWithAnyCertificate(certificate);
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new Carried(keys.Protection);
            options.AutoGenerateKeys = false;
        });
        using ServiceProvider built = services.BuildServiceProvider();
        IDataProtector protector = built.GetRequiredService<IDataProtectionProvider>().CreateProtector(SealKeyRing.Purpose);
        foreach (ArchivedSealKey key in keys.Seals)
        {
            try
            {
                using SealKey opened = SealKey.FromSeed(protector.Unprotect(key.ProtectedSeed));
                if (opened.Id != key.Id)
                {
                    throw new ArchiveRefusedException($"The key {key.Id} has the seed of another.");
                }
            }
            catch (Exception e) when (e is CryptographicException or InvalidOperationException or FormatException)
            {
                throw new ArchiveRefusedException($"The key {key.Id} does not open: it is encrypted to another certificate. Set Keys:Certificate to the one of the installation that it comes from.", e);
            }
        }
    }

    private sealed class Carried(IReadOnlyList<ArchivedProtectionKey> keys) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Select(key => XElement.Parse(key.Xml))];

        public void StoreElement(XElement element, string friendlyName) => throw new NotSupportedException("The keys of an archive are only read.");
    }
}
