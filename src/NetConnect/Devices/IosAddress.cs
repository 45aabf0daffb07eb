using NetConnect.Addressing;

namespace NetConnect.Devices;

/// <summary>Networks as Cisco IOS writes them: an address and a mask.</summary>
internal static class IosAddress
{
    /// <summary>10.1.0.0/16 as <c>10.1.0.0 255.255.0.0</c>, with a word before the mask where one belongs there.</summary>
    public static string Masked(string network, string word = "")
    {
        var cidr = Cidr.Parse(network);
        uint mask = cidr.PrefixLength == 0 ? 0 : uint.MaxValue << (32 - cidr.PrefixLength);
        return $"{cidr.ToString().Split('/')[0]} {word}{mask >> 24}.{(mask >> 16) & 255}.{(mask >> 8) & 255}.{mask & 255}";
    }
}
