using NetConnect.Sandbox.Ec2.Vpn.Tunnels;
using SandboxTunnel = NetConnect.Sandbox.Ec2.Vpn.Tunnels.VpnTunnel;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A tunnel as the sandbox has it at this moment.</summary>
internal sealed class LabTunnel(SandboxTunnel tunnel)
{
    public string Outside => tunnel.OutsideIpAddress;

    public string AwsInside => Address(1);

    public string DeviceInside => Address(2);

    public bool IsUp => tunnel.Line.IsUp;

    public string Key => tunnel.Options.PreSharedKey!;

    /// <summary>The network that may use the tunnel at AWS's end.</summary>
    public string AwsNetwork => tunnel.Connection.Options.RemoteNetwork ?? tunnel.Connection.Options.AnyNetwork;

    /// <summary>The network that may use the tunnel at the device's end.</summary>
    public string DeviceNetwork => tunnel.Connection.Options.LocalNetwork ?? tunnel.Connection.Options.AnyNetwork;

    /// <summary>What the options allow, AWS's defaults where they say nothing.</summary>
    public IReadOnlyList<string> Allowed(TunnelOption option) => tunnel.Options.Values(option);

    private string Address(int host) => tunnel.Options.InsideCidr!.Part(32, host).ToString().Split('/')[0];
}
