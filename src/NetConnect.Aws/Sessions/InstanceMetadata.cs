using System.Net.Sockets;
using Amazon.Util;

namespace NetConnect.Aws;

/// <summary>The metadata service of an EC2 instance, asked only where there is one: elsewhere AWSSDK would look for it for half a
/// minute.</summary>
internal static class InstanceMetadata
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly Lazy<bool> s_isThere = new(Look);

    /// <summary>Whether this machine has one.</summary>
    public static bool IsThere => EC2InstanceMetadata.IsIMDSEnabled && s_isThere.Value;

    /// <summary>The instance's Region, or null.</summary>
    public static string? Region => IsThere ? EC2InstanceMetadata.Region?.SystemName : null;

    private static bool Look()
    {
        try
        {
            var endpoint = new Uri(EC2InstanceMetadata.ServiceEndpoint);
            using var client = new TcpClient();
            return client.ConnectAsync(endpoint.Host, endpoint.Port).Wait(s_patience);
        }
        catch (Exception e) when (e is AggregateException or SocketException or UriFormatException)
        {
            return false;
        }
    }
}
