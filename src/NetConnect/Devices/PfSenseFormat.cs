using System.Xml.Linq;

namespace NetConnect.Devices;

/// <summary>pfSense: the IPsec area of its config.xml, with a routed (VTI) phase 2 for each tunnel.</summary>
internal sealed class PfSenseFormat() : DeviceFormat("pfsense", DeviceVocabularies.PfSense)
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan) =>
    [
        new($"{plan.VpnId}.pfsense.xml",
            new XDocument(
                new XComment($" {plan.Heading} "),
                new XElement("ipsec", plan.Tunnels.Select(tunnel => Phase1(plan, tunnel)), plan.Tunnels.Select(Phase2))).ToString()),
    ];

    protected override IEnumerable<string> Notes(DevicePlan plan)
    {
        yield return
            "Restoring an area replaces it: where pfSense has IPsec tunnels already, take these phase1 and phase2 elements into a backup " +
            "of it, with an ikeid and reqid that are free. The tunnels leave by WAN.";
        foreach (DeviceTunnel tunnel in plan.Tunnels)
            yield return
                $"{tunnel.OutsideAddress}: assign the interface that its phase 2 makes, with MTU {tunnel.Mtu} and MSS {tunnel.Mss + 40} " +
                "(pfSense takes 40 off), and allow traffic on it.";
        foreach (string note in OneGroupNotes(plan)) yield return note;
        yield return plan.UsesBgp
            ? "BGP needs the FRR package: export frr, and paste it as the package's raw configuration."
            : $"Make a gateway group of {string.Join(" and ", plan.Tunnels.Select(t => t.AwsInside))}, and static routes by it to " +
              (plan.StaticRoutes.Count == 0 ? "the networks at AWS." : $"{string.Join(", ", plan.StaticRoutes)}.");
    }

    private static XElement Phase1(DevicePlan plan, DeviceTunnel tunnel) => new(
        "phase1",
        new XElement("ikeid", tunnel.Number),
        new XElement("iketype", $"ikev{tunnel.IkeVersion}"),
        new XElement("mode", "main"),
        new XElement("interface", "wan"),
        new XElement("remote-gateway", tunnel.OutsideAddress),
        new XElement("protocol", "inet"),
        new XElement("myid_type", "address"),
        new XElement("myid_data", plan.LocalId),
        new XElement("peerid_type", "peeraddress"),
        new XElement("encryption", tunnel.Phase1.Phase1Combinations.Select(c => new XElement(
            "item",
            Cipher("encryption-algorithm", c.Cipher),
            new XElement("hash-algorithm", c.Integrity),
            new XElement("prf-algorithm", c.Integrity),
            new XElement("dhgroup", c.Group)))),
        new XElement("lifetime", tunnel.Phase1Lifetime),
        new XElement("pre-shared-key", tunnel.Key),
        new XElement("authentication_method", "pre_shared_key"),
        new XElement("descr", new XCData(tunnel.Name)),
        new XElement("nat_traversal", "on"),
        new XElement("mobike", "off"),
        new XElement("startaction", "start"),
        new XElement("closeaction", "start"),
        new XElement("dpd_delay", tunnel.DpdInterval),
        new XElement("dpd_maxfail", 3));

    private static XElement Phase2(DeviceTunnel tunnel) => new(
        "phase2",
        new XElement("ikeid", tunnel.Number),
        new XElement("uniqid", $"netconnect{tunnel.InterfaceNumber}"),
        new XElement("reqid", tunnel.Number),
        new XElement("mode", "vti"),
        new XElement(
            "localid",
            new XElement("type", "network"),
            new XElement("address", tunnel.DeviceInside),
            new XElement("netbits", tunnel.InsidePrefixLength)),
        new XElement("remoteid", new XElement("type", "address"), new XElement("address", tunnel.AwsInside)),
        new XElement("protocol", "esp"),
        tunnel.Phase2.Ciphers.Select(cipher => Cipher("encryption-algorithm-option", cipher)),
        tunnel.Phase2.Integrities.Select(integrity => new XElement("hash-algorithm-option", integrity)),
        new XElement("pfsgroup", tunnel.Phase2.Groups[0]),
        new XElement("lifetime", tunnel.Phase2Lifetime),
        new XElement("pinghost", tunnel.AwsInside),
        new XElement("descr", new XCData(tunnel.Name)));

    // For GCM "keylen" is the length of the check value; the key's is in the name.
    private static XElement Cipher(string element, DeviceAlgorithm cipher) => new(
        element,
        new XElement("name", cipher),
        new XElement("keylen", cipher.IsGcm ? 128 : cipher.KeyBits));
}
