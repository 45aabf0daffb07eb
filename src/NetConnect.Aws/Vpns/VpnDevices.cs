using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;

namespace NetConnect.Aws.Vpns;

/// <summary>The devices that AWS knows, and its own sample configurations for them.</summary>
internal sealed class VpnDevices(Lazy<IAmazonEC2> client, AwsCalls calls)
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<NetConnect.VpnDeviceType>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<NetConnect.VpnDeviceType>();
        string? next = null;
        do
        {
            GetVpnConnectionDeviceTypesRequest request = new() { MaxResults = PageSize, NextToken = next };
            GetVpnConnectionDeviceTypesResponse page = await calls.InvokeAsync(
                "GetVpnConnectionDeviceTypes", CallSafety.Repeatable, ct => client.Value.GetVpnConnectionDeviceTypesAsync(request, ct), cancellationToken)
                .ConfigureAwait(false);
            all.AddRange((page.VpnConnectionDeviceTypes ?? []).Select(device => new NetConnect.VpnDeviceType
            {
                VpnConnectionDeviceTypeId = device.VpnConnectionDeviceTypeId,
                Vendor = device.Vendor ?? "",
                Platform = device.Platform ?? "",
                Software = device.Software ?? "",
            }));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return all;
    }

    public async Task<string> GetSampleAsync(string vpnId, VpnDeviceSample sample, CancellationToken cancellationToken)
    {
        GetVpnConnectionDeviceSampleConfigurationRequest request = new()
        {
            VpnConnectionId = vpnId,
            VpnConnectionDeviceTypeId = sample.DeviceTypeId,
            // The recommended samples are for IKEv2 only, and EC2's default is IKEv1.
            InternetKeyExchangeVersion = sample.IkeVersion ?? (sample.SampleType == "recommended" ? "ikev2" : null),
            SampleType = sample.SampleType,
        };
        GetVpnConnectionDeviceSampleConfigurationResponse answer = await calls.InvokeAsync(
            "GetVpnConnectionDeviceSampleConfiguration",
            CallSafety.Repeatable,
            ct => client.Value.GetVpnConnectionDeviceSampleConfigurationAsync(request, ct),
            vpnId,
            cancellationToken).ConfigureAwait(false);
        return answer.VpnConnectionDeviceSampleConfiguration ?? "";
    }
}
