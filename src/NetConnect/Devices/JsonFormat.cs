namespace NetConnect.Devices;

/// <summary>Everything a device needs to know, for templates and programs of the user's own.</summary>
internal sealed class JsonFormat() : DeviceFormat("json", DeviceVocabularies.Aws("other devices"))
{
    protected override IEnumerable<DeviceFile> Write(DevicePlan plan)
    {
        var json = new JsonText();
        json.Object(null, () =>
        {
            json.Value("vpnConnectionId", plan.VpnId);
            json.Value("routing", plan.UsesBgp ? "bgp" : "static");
            json.Value("localAddress", plan.LocalAddress);
            json.Value("localId", plan.LocalId);
            json.Value("behindNat", plan.IsBehindNat);
            json.Values("localNetworks", plan.LocalNetworks);
            json.Values("remoteNetworks", plan.RemoteNetworks);
            json.Value("localSelector", plan.LocalSelector);
            json.Value("remoteSelector", plan.RemoteSelector);
            if (plan.UsesBgp)
            {
                json.Value("localAsn", plan.DeviceAsn);
                json.Value("awsAsn", plan.AwsAsn);
            }
            json.Array("tunnels", plan.Tunnels, tunnel => Tunnel(json, tunnel));
        });
        yield return new($"{plan.VpnId}.json", json.ToString());
    }

    private static void Tunnel(JsonText json, DeviceTunnel tunnel)
    {
        json.Value("name", tunnel.Name);
        json.Value("outsideAddress", tunnel.OutsideAddress);
        json.Value("awsInsideAddress", tunnel.AwsInside);
        json.Value("deviceInsideAddress", tunnel.DeviceInside);
        json.Value("insidePrefixLength", tunnel.InsidePrefixLength);
        json.Value("preSharedKey", tunnel.Key);
        json.Value("ikeVersion", tunnel.IkeVersion);
        json.Value("dpdTimeoutSeconds", tunnel.DpdTimeout);
        json.Value("dpdIntervalSeconds", tunnel.DpdInterval);
        json.Value("rekeyMarginSeconds", tunnel.RekeyMargin);
        json.Value("replayWindow", tunnel.ReplayWindow);
        json.Value("mtu", tunnel.Mtu);
        json.Value("mss", tunnel.Mss);
        json.Object("phase1", () => Suite(json, tunnel.Phase1, tunnel.Phase1Lifetime));
        json.Object("phase2", () => Suite(json, tunnel.Phase2, tunnel.Phase2Lifetime));
    }

    private static void Suite(JsonText json, DeviceSuite suite, int lifetime)
    {
        json.Values("encryption", suite.Ciphers.Select(cipher => cipher.Name));
        json.Values("integrity", suite.Integrities.Select(integrity => integrity.Name));
        json.Values("dhGroups", suite.Groups.Select(dhGroup => int.Parse(dhGroup.Name)));
        json.Value("lifetimeSeconds", lifetime);
    }
}
