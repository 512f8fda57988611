using System.Net;
using System.Net.Sockets;

namespace HandoffOffice.Api.Connector;

/// <summary>Which IP addresses everybody could reach: what a name leads to has to be one of them.</summary>
public static class PublicAddresses
{
    // RFC 6890 and its updates: the special-purpose address registries of IANA, where "globally reachable" is false, multicast, and the ways of writing an IPv4 address
    // as an IPv6 one. 168.63.129.16 is none of these, but on a virtual machine of Azure it is the platform beneath it.
    private static readonly IPNetwork[] NotForEverybody =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an IP address is one that everybody could reach: no private, local, shared, reserved or translated one.</summary>
    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && !Array.Exists(NotForEverybody, network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }
}
