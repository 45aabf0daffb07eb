using System.Globalization;
using System.Net;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Ec2.Tagging;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>CreateCustomerGateway, DeleteCustomerGateway, DescribeCustomerGateways.</summary>
internal static class CustomerGatewayActions
{
    private const int MaxDeviceName = 255;

    private static readonly Description<CustomerGateway> s_description = new("CustomerGatewayId", "customerGatewaySet",
        new FilterSet<CustomerGateway>
    {
        { "customer-gateway-id", gateway => gateway.Id },
        { "bgp-asn", gateway => gateway.BgpAsn.ToString(CultureInfo.InvariantCulture) },
        { "ip-address", gateway => gateway.IpAddress },
        { "state", gateway => gateway.State.Code },
        { "type", _ => VpnGateway.Type },
    }, Write)
    {
        Bounds = PageBounds.Unpaged,
    };

    public static void CreateCustomerGateway(Ec2Call call, XmlAnswer answer)
    {
        IReadOnlyDictionary<string, string> tags = TagInput.ForNew(call, ResourceKind.CustomerGateway);
        VpnGateway.CheckType(call);
        (string? address, string? certificate) = Identity(call);
        long asn = Asn(call);
        string? device = call.Parameters.Text("DeviceName");
        if (device?.Length > MaxDeviceName)
            throw QueryParameters.Invalid("DeviceName", device, $"Expecting {MaxDeviceName} characters at most.");

        List<CustomerGateway> alike = call.Region.CustomerGateways.Live()
            .Where(known => known.IpAddress == address && known.BgpAsn == asn && known.CertificateArn == certificate).ToList();
        // API Reference, CreateCustomerGateway: an identical request gives the existing one; one more needs a device name of its own.
        CustomerGateway? gateway = alike.Find(known => known.DeviceName == device);
        if (gateway is null && alike.Count > 0 && device is null)
            throw new ApiException("InvalidCustomerGateway.DuplicateIpAddress",
                $"A customer gateway with the IP address {address} and the BGP ASN {asn} already exists: a unique device name is needed.");
        answer.Node("customerGateway", node => Write(node, gateway ?? Add(), call.Region));

        CustomerGateway Add()
        {
            if (call.Region.CustomerGateways.Live().Count() >= call.Region.Quotas.CustomerGatewaysPerRegion)
                throw new ApiException("CustomerGatewayLimitExceeded", "The maximum number of customer gateways has been reached.");
            CustomerGateway added = call.Region.CustomerGateways.Add(
                new CustomerGateway(call.Region, call.NewId(ResourceKind.CustomerGateway), address, asn)
                {
                    CertificateArn = certificate,
                    DeviceName = device,
                });
            call.Region.Tags.Set(added.Id, tags);
            return added;
        }
    }

    public static void DeleteCustomerGateway(Ec2Call call, XmlAnswer answer)
    {
        CustomerGateway gateway = call.Region.CustomerGateways.GetLive(call.Parameters.Required("CustomerGatewayId"));
        if (gateway.IsInUse) throw new ApiException("IncorrectState", "The customer gateway is in use.");
        gateway.State.Enter("deleting").Then(StateDurations.VpnGatewayChange, "deleted");
        answer.Flag("return", true);
    }

    public static void DescribeCustomerGateways(Ec2Call call, XmlAnswer answer) =>
        s_description.Answer(call, answer, call.Region.CustomerGateways);

    // PublicIp is IpAddress as it was called before devices with certificates came.
    private static (string? Address, string? Certificate) Identity(Ec2Call call)
    {
        string? certificate = call.Parameters.Text("CertificateArn");
        string? text = call.Parameters.Text("IpAddress") ?? call.Parameters.Text("PublicIp");
        if (text is null) return certificate is null ? throw QueryParameters.Missing("IpAddress") : (null, certificate);
        bool isAddress = IPAddress.TryParse(text, out IPAddress? address) && (text.Contains(':') || address.ToString() == text);
        return isAddress ? (address!.ToString(), certificate) : throw QueryParameters.Invalid("IpAddress", text, "Invalid IP address.");
    }

    private static long Asn(Ec2Call call)
    {
        long? asn = call.Parameters.LongNumber("BgpAsn");
        long? extended = call.Parameters.LongNumber("BgpAsnExtended");
        if (asn is not null && extended is not null)
            throw new ApiException("InvalidParameterCombination", "Only one of bgpAsn and bgpAsnExtended may be specified.");
        if (asn is < 1 or > CustomerGateway.LargestShortAsn) throw OutOfRange("BgpAsn", asn.Value, 1, CustomerGateway.LargestShortAsn);
        if (extended is <= CustomerGateway.LargestShortAsn or > uint.MaxValue)
            throw OutOfRange("BgpAsnExtended", extended.Value, CustomerGateway.LargestShortAsn + 1, uint.MaxValue);
        return asn ?? extended ?? 65000;
    }

    private static ApiException OutOfRange(string parameter, long value, long least, long most) => QueryParameters.Invalid(
        parameter, value.ToString(CultureInfo.InvariantCulture), $"Expecting a value between {least} and {most}.");

    private static void Write(XmlAnswer node, CustomerGateway gateway, Ec2Region viewer) => node
        .Text("customerGatewayId", gateway.Id).Text("state", gateway.State.Code).Text("type", VpnGateway.Type)
        .Text("ipAddress", gateway.IpAddress).Text("certificateArn", gateway.CertificateArn).Text("deviceName", gateway.DeviceName)
        .Number(gateway.BgpAsn > CustomerGateway.LargestShortAsn ? "bgpAsnExtended" : "bgpAsn", gateway.BgpAsn)
        .Tags(viewer.Tags.Of(gateway.Id));
}
