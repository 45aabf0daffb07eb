using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Ec2.Vpn;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A connection that New-SiteToSiteVpn made in a sandbox and Export-VpnDeviceConfig wrote for devices, both in a process of their own.</summary>
/// <remarks>What AWS's ends need is read from the sandbox itself, which shares nothing with the module.</remarks>
internal sealed class LabVpn : IDisposable
{
    /// <summary>The address of the device at the other end.</summary>
    public const string Device = "198.51.100.10";

    private readonly SandboxFixture _sandbox;
    private readonly string _folder;

    private LabVpn(SandboxFixture sandbox, string id, string folder)
    {
        _sandbox = sandbox;
        _folder = folder;
        Id = id;
        // Numbered as in the exports.
        Tunnels = [.. Connection.Tunnels.Select(tunnel => new LabTunnel(tunnel)).OrderBy(tunnel => Version.Parse(tunnel.Outside))];
    }

    public string Id { get; }

    /// <summary>The tunnels by their outside addresses.</summary>
    public IReadOnlyList<LabTunnel> Tunnels { get; }

    public long DeviceAsn => Connection.CustomerGateway.BgpAsn;

    public long AwsAsn => Connection.Target.AmazonSideAsn;

    private VpnConnection Connection => _sandbox.Server.Vpn.Find(Id)!;

    /// <summary>Makes a connection and exports it.</summary>
    /// <param name="lab">The lab, whose folder takes the exports.</param>
    /// <param name="options">The command that gives the options of both tunnels.</param>
    /// <param name="routing">Where it leads, and how it knows its routes.</param>
    /// <param name="formats">What it is exported for.</param>
    public static async Task<LabVpn> MakeAsync(Lab lab, string options, LabRouting routing, params string[] formats)
    {
        var sandbox = new SandboxFixture();
        try
        {
            string folder = Path.Combine(lab.Folder, "exports");
            ProgramRun run = await ModuleShell.RunScriptAsync(
                sandbox.Server.Endpoint,
                "export_vpn.ps1",
                "-Option", options, "-Device", Device, "-Folder", folder, "-Formats", string.Join(',', formats), "-Routing", $"{routing}");
            return new LabVpn(sandbox, run.Succeeded().Output.Trim(), folder);
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>The path of an exported file, by the ending of its name.</summary>
    public string ExportedFile(string format, string ending = ".conf") => Path.Combine(_folder, format, Id + ending);

    public string ExportedText(string format, string ending = ".conf") => File.ReadAllText(ExportedFile(format, ending));

    /// <summary>Runs another script with the connection, and the folder that its exports are in.</summary>
    public Task<ProgramRun> RunAsync(string script, params string[] arguments) =>
        ModuleShell.RunScriptAsync(_sandbox.Server.Endpoint, script, ["-VpnConnectionId", Id, "-Folder", _folder, .. arguments]);

    /// <summary>The same in a real PowerShell, whose tables people see.</summary>
    public Task<ProgramRun> RunInAsync(string pwsh, string script, params string[] arguments) =>
        ModuleShell.RunScriptInAsync(pwsh, _sandbox.Server.Endpoint, script, ["-VpnConnectionId", Id, "-Folder", _folder, .. arguments]);

    /// <summary>Lets a device stand at the other end of a tunnel, which is known by its number from 0, or not.</summary>
    public void Connect(int tunnel, bool isThere)
    {
        if (isThere) _sandbox.Server.Vpn.Connect(Id, Tunnels[tunnel].Outside);
        else _sandbox.Server.Vpn.Disconnect(Id, Tunnels[tunnel].Outside);
    }

    /// <summary>Waits until both tunnels are up, as the sandbox sees it.</summary>
    public Task IsUpAsync() => Poll.UntilAsync("both tunnels are up in the sandbox", () => Tunnels.All(tunnel => tunnel.IsUp));

    public void Dispose() => _sandbox.Dispose();
}
