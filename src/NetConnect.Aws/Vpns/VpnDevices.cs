using Amazon.EC2;
using Amazon.EC2.Model;
using NetConnect.Aws.Calls;

namespace NetConnect.Aws.Vpns;

/// <summary>The devices that AWS knows, and its own sample configurations for them.</summary>
internal sealed class VpnDevices(Lazy<IAmazonEC2> client, AwsCalls calls)
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<NetConnect.VpnDeviceType>> ListAsync(CancellationToken cancellationToken) => await calls.PagesAsync(
        "GetVpnConnectionDeviceTypes",
        async (token, ct) =>
        {
            GetVpnConnectionDeviceTypesResponse page = await client.Value.GetVpnConnectionDeviceTypesAsync(
                new() { MaxResults = PageSize, NextToken = token }, ct).ConfigureAwait(false);
            return (page.VpnConnectionDeviceTypes?.Select(ToModel), page.NextToken);
        },
        cancellationToken).ConfigureAwait(false);

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

    private static NetConnect.VpnDeviceType ToModel(Amazon.EC2.Model.VpnConnectionDeviceType device) => new()
    {
        VpnConnectionDeviceTypeId = device.VpnConnectionDeviceTypeId,
        Vendor = device.Vendor ?? "",
        Platform = device.Platform ?? "",
        Software = device.Software ?? "",
    };
}
