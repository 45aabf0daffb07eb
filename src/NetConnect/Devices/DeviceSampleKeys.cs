using System.Security;
using NetConnect.SiteToSite;

namespace NetConnect.Devices;

/// <summary>Takes the pre-shared keys out of a text that AWS wrote.</summary>
internal static class DeviceSampleKeys
{
    /// <summary>Puts words in the place of each key that AWS tells.</summary>
    /// <exception cref="NetConnectException">The text has another key than the tunnel, which cannot be found in it.</exception>
    public static string Remove(string text, SiteToSiteVpn vpn, IReadOnlyDictionary<string, SecureString> keys)
    {
        foreach ((string address, string key) in keys.Select(pair => (pair.Key, PreSharedKeys.Read(pair.Value))))
        {
            // What cannot be found cannot be taken out: AWS may have written an older key.
            if (!text.Contains(key))
                throw new NetConnectException(
                    ErrorIds.DeviceConfigIncomplete,
                    ErrorKind.InvalidInput,
                    $"AWS's sample for {vpn.VpnConnectionId} does not have the present key of {address}, and may have an older one, which " +
                    "cannot be taken out. Give -Path or -IncludeSecret to have the sample as it is, or another format.",
                    vpn.VpnConnectionId);
            text = text.Replace(key, KeyPlaceholder.Of(address));
        }
        return text;
    }
}
