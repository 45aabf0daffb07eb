using System.Text.RegularExpressions;
using NetConnect.Devices;

namespace NetConnect.Tests.Devices;

/// <summary>The places of each format where a name is used, and where it must then be defined.</summary>
internal static class DeviceReferences
{
    private static readonly Dictionary<string, (string Use, string Definition)[]> s_references = new()
    {
        ["swanctl"] = [(@"updown = /etc/swanctl/(\S+)", "file"), (@"id = (203\S+)", @"id-2 = (\S+)")],
        ["ipsecconf"] = [(@"leftupdown=/etc/ipsec\.d/(\S+)", "file"), (@"rightid=(\S+)", @"198\.51\.100\.10 (\S+) : PSK")],
        ["libreswan"] = [(@"leftupdown=/etc/ipsec\.d/(\S+)", "file"), (@"rightid=(\S+)", @"198\.51\.100\.10 (\S+) : PSK")],
        ["frr"] =
        [
            (@"route-map (\S+) (?:in|out)", @"^route-map (\S+) permit"),
            (@"match ip address prefix-list (\S+)", @"^ip prefix-list (\S+) seq"),
            (@"neighbor (\S+) activate", @"neighbor (\S+) remote-as"),
        ],
        ["bird"] = [(@"proto = ""(\w+)""", @"^protocol static (\w+)")],
        ["ciscoios"] =
        [
            (@"^ proposal (\S+)", @"crypto ikev2 proposal (\S+)"),
            (@"keyring local (\S+)", @"crypto ikev2 keyring (\S+)"),
            (@"^ keyring (\S+)$", @"^crypto keyring (\S+)"),
            (@"set ikev2-profile (\S+)", @"crypto ikev2 profile (\S+)"),
            (@"set isakmp-profile (\S+)", @"crypto isakmp profile (\S+)"),
            (@"set transform-set (?:(\S+) ?)+", @"crypto ipsec transform-set (\S+)"),
            (@"protection ipsec profile (\S+)", @"crypto ipsec profile (\S+)"),
            (@"^ip route .* Tunnel(\d+)", @"interface Tunnel(\d+)"),
            (@"neighbor (\S+) activate", @"neighbor (\S+) remote-as"),
        ],
        ["pfsense"] = [(@"<phase2>\s*<ikeid>(\d+)", @"<phase1>\s*<ikeid>(\d+)")],
        ["vyos"] =
        [
            (@"peer \S+ ike-group (\S+)", @"set vpn ipsec ike-group (\S+)"),
            (@"vti esp-group (\S+)", @"set vpn ipsec esp-group (\S+)"),
            (@"bind vti(\d+)", @"interfaces vti vti(\d+) address"),
            (@"route \S+ interface vti(\d+)", @"interfaces vti vti(\d+) address"),
            (@"remote-id (\S+)", @"authentication psk \S+ id (\S+)"),
        ],
        ["mikrotik"] =
        [
            (@" profile=(\S+)", @"ipsec profile add name=(\S+)"),
            (@" proposal=(\S+)", @"ipsec proposal add name=(\S+)"),
            (@" peer=(?:([^,\s]+),?)+", @"ipsec peer add name=(\S+)"),
            (@"output\.network=(\S+)", @"address-list add list=(\S+)"),
        ],
        ["rras"] =
        [
            (@"Connect-VpnS2SInterface -Name '(\S+)'", @"Name +=\s'(\S+)'"),
            (@"-LocalIPAddress '(\S+)'", @"New-NetIPAddress .*-IPAddress '(\S+)'"),
        ],
        ["json"] = [],
    };

    /// <summary>Whether a format says where traffic goes: the others leave that to a daemon, a script or the user.</summary>
    public static bool HasRouting(string format) => format is "frr" or "bird" or "ciscoios" or "vyos" or "mikrotik" or "rras";

    public static void Check(string format, DeviceConfig config)
    {
        string text = string.Concat(config.Files.Select(file => file.Text));
        foreach ((string use, string definition) in s_references[format])
        {
            HashSet<string> defined = [.. definition == "file" ? config.Files.Select(file => file.Name) : Names(text, definition)];
            Assert.All(Names(text, use), name => Assert.True(defined.Contains(name), $"{format}: {name} ('{use}') is not defined."));
        }
        // A table that finds nothing proves nothing.
        if (format is not ("frr" or "bird" or "json")) Assert.Contains(s_references[format], reference => Names(text, reference.Use).Any());
    }

    private static IEnumerable<string> Names(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline).SelectMany(match => match.Groups[1].Captures.Select(capture => capture.Value));
}
