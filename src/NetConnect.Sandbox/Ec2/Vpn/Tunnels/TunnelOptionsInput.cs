using System.Globalization;
using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>Reads the options of one tunnel from a request, and checks each by itself.</summary>
internal static class TunnelOptionsInput
{
    public static TunnelOptions Read(QueryParameters parameters, TunnelOptions? before = null)
    {
        var given = new Dictionary<TunnelOption, IReadOnlyList<string>>();
        foreach (TunnelOption option in TunnelOption.All)
            if (ReadValues(parameters, option) is { Count: > 0 } values) given.Add(option, values);
        return new TunnelOptions(given)
        {
            InsideCidr = parameters.Text("TunnelInsideCidr") is { } cidr ? InsideCidrs.Check(cidr) : null,
            InsideIpv6Cidr = parameters.Text("TunnelInsideIpv6Cidr") is { } ipv6 ? InsideCidrs.CheckIpv6(ipv6) : null,
            PreSharedKey = parameters.Text("PreSharedKey") is { } key ? PreSharedKeys.Check(key) : null,
            EnableTunnelLifecycleControl = parameters.Flag("EnableTunnelLifecycleControl"),
            Log = TunnelLog.Read(parameters, before?.Log),
            ChangesLog = !parameters.Under("LogOptions").IsEmpty,
        };
    }

    /// <summary>The networks behind the two ends, which are options of the connection.</summary>
    public static string? Network(QueryParameters parameters, string name)
    {
        if (parameters.Text(name) is not { } text) return null;
        Cidr network = name.Contains("v6") ? VpcFactory.Ipv6Block(text, name) : VpcFactory.Block(text, name);
        return network.ToString();
    }

    private static List<string> ReadValues(QueryParameters parameters, TunnelOption option)
    {
        if (!option.IsList) return parameters.Text(option.Parameter) is { } text ? [Check(option, text)] : [];
        return parameters.Items(option.Parameter).Select(item => Check(option, item.Required("Value"))).Distinct().ToList();
    }

    private static string Check(TunnelOption option, string value)
    {
        if (option.Bounds is not { } bounds)
            return option.Allowed.Contains(value)
                ? value
                : throw QueryParameters.Invalid(option.Parameter, value, $"Valid values are {string.Join(", ", option.Allowed)}.");
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            throw QueryParameters.Invalid(option.Parameter, value, "Expecting an integer value.");
        if (number >= bounds.Least && number <= bounds.Most) return number.ToString(CultureInfo.InvariantCulture);
        throw QueryParameters.Invalid(option.Parameter, value, bounds.Most == int.MaxValue
            ? $"Expecting a value greater than or equal to {bounds.Least}."
            : $"Expecting a value between {bounds.Least} and {bounds.Most}.");
    }
}
