using System.Globalization;
using NetConnect.Addressing;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>What Get-ClientVpn tells of an endpoint that a server has to know.</summary>
internal sealed record EndpointSettings
{
    public required string Id { get; init; }

    /// <summary>The name without the label that each client puts before it.</summary>
    public required string DnsName { get; init; }

    public required Cidr Clients { get; init; }

    public required string Protocol { get; init; }

    public required int Port { get; init; }

    public required bool SplitTunnel { get; init; }

    public required IReadOnlyList<string> DnsServers { get; init; }

    public required IReadOnlyList<Cidr> Routes { get; init; }

    /// <summary>Reads the lines of client_vpn.ps1.</summary>
    public static EndpointSettings Read(string text)
    {
        ILookup<string, string> values = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('\t')).ToLookup(words => words[0], words => words[1]);
        return new EndpointSettings
        {
            Id = values["id"].Single(),
            DnsName = values["name"].Single().Replace("*.", "", StringComparison.Ordinal),
            Clients = Cidr.Parse(values["clients"].Single()),
            Protocol = values["protocol"].Single(),
            Port = int.Parse(values["port"].Single(), CultureInfo.InvariantCulture),
            SplitTunnel = bool.Parse(values["split"].Single()),
            DnsServers = [.. values["dns"]],
            Routes = [.. values["route"].Select(Cidr.Parse).Distinct()],
        };
    }
}
