using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn;

/// <summary>A virtual private gateway: the AWS end of VPN connections, for one VPC.</summary>
internal sealed class VpnGateway(Ec2Region home, string id, long amazonSideAsn)
    : ProvisionedResource(home, id, StateDurations.VpnGatewayChange), IVpnTarget
{
    /// <summary>The only type of VPN that there is.</summary>
    public const string Type = "ipsec.1";

    /// <summary>The autonomous system number of AWS where nobody gives another.</summary>
    public const long DefaultAsn = 64512;

    public long AmazonSideAsn => amazonSideAsn;

    public bool IsAvailable => State.Code == "available";

    public string? AvailabilityZone { get; init; }

    /// <summary>The attachments, of which all but one are detached: those still show.</summary>
    public List<VpnGatewayAttachment> Attachments { get; } = [];

    /// <summary>The attachment that is not detached; null when there is none.</summary>
    public VpnGatewayAttachment? Attachment => Attachments.Find(attachment => !attachment.IsDetached);

    public IEnumerable<VpnConnection> Connections => Home.VpnConnections.Live().Where(connection => connection.VpnGateway == this);

    /// <summary>The networks that its connections lead to just now.</summary>
    public IEnumerable<Cidr> LearntRoutes => Connections.SelectMany(connection => connection.LiveRoutes).Distinct();

    public bool IsAttachedTo(Vpc vpc) => Attachment is { State.Code: "attached" } attachment && attachment.Vpc == vpc;

    public static void CheckType(Ec2Call call)
    {
        string type = call.Parameters.Required("Type");
        if (type != Type) throw QueryParameters.Invalid("Type", type, $"Expecting {Type}.");
    }
}
