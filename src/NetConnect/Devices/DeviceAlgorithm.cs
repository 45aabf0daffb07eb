using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>An algorithm by AWS's name and in the words of a device.</summary>
internal sealed record DeviceAlgorithm(string Name, string Word)
{
    public bool IsGcm => VpnTunnelOptionValues.IsGcm(Name);

    /// <summary>The bits of a cipher's key.</summary>
    public int KeyBits => Name.StartsWith("AES128", StringComparison.Ordinal) ? 128 : 256;

    public override string ToString() => Word;
}
