using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.TransitGateways;

/// <summary>Options that are enabled or disabled, of a transit gateway or of an attachment, and echoed with their defaults.</summary>
internal sealed class TransitGatewayOptions
{
    /// <summary>The defaults of a transit gateway (API Reference, TransitGatewayRequestOptions).</summary>
    public static readonly IReadOnlyList<(string Name, bool Default)> OfGateway =
    [
        ("AutoAcceptSharedAttachments", false), ("DefaultRouteTableAssociation", true), ("DefaultRouteTablePropagation", true),
        ("VpnEcmpSupport", true), ("DnsSupport", true), ("SecurityGroupReferencingSupport", false), ("MulticastSupport", false),
    ];

    /// <summary>The defaults of a VPC attachment (API Reference, CreateTransitGatewayVpcAttachmentRequestOptions).</summary>
    public static readonly IReadOnlyList<(string Name, bool Default)> OfVpcAttachment =
        [("DnsSupport", true), ("SecurityGroupReferencingSupport", true), ("Ipv6Support", false), ("ApplianceModeSupport", false)];

    private readonly Dictionary<string, bool> _values = new(StringComparer.Ordinal);

    public bool this[string name] => _values.TryGetValue(name, out bool value) && value;

    /// <summary>What a request says, over what was so far or the defaults.</summary>
    public static TransitGatewayOptions Read(QueryParameters options, IReadOnlyList<(string Name, bool Default)> known,
        TransitGatewayOptions? before = null)
    {
        var read = new TransitGatewayOptions();
        foreach ((string name, bool usual) in known) read._values[name] = Value(options, name) ?? before?[name] ?? usual;
        return read;
    }

    /// <summary>The defaults, with nobody asking for others.</summary>
    public static TransitGatewayOptions Usual(IEnumerable<(string Name, bool Default)> known)
    {
        var usual = new TransitGatewayOptions();
        foreach ((string name, bool value) in known) usual._values[name] = value;
        return usual;
    }

    public void Change(QueryParameters options)
    {
        foreach (string name in _values.Keys.ToList()) _values[name] = Value(options, name) ?? _values[name];
    }

    public XmlAnswer Write(XmlAnswer node)
    {
        foreach (KeyValuePair<string, bool> value in _values)
            node.Text(char.ToLowerInvariant(value.Key[0]) + value.Key.Substring(1), Word(value.Value));
        return node;
    }

    public string Word(string name) => Word(this[name]);

    private static string Word(bool value) => value ? "enable" : "disable";

    private static bool? Value(QueryParameters options, string name) => options.Text(name) switch
    {
        null => null,
        "enable" => true,
        "disable" => false,
        { } word => throw QueryParameters.Invalid(name, word, "Valid values are enable, disable."),
    };
}
