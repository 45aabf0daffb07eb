using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Acm;
using Held = NetConnect.Sandbox.Ec2.ClientVpn.ClientVpnEndpoint;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>A Client VPN that the module made in a sandbox, with its authority and people's files, in a process of its own.</summary>
/// <remarks>What an endpoint of AWS holds is read from the sandbox, which shares nothing with the module: the server's certificate and its chain as they
/// were imported into ACM, and the revocation list as it was imported. ACM gives no key away, so that is the authority's.</remarks>
internal sealed class LabClientVpn : IDisposable
{
    private readonly SandboxFixture _sandbox = new();

    private LabClientVpn(string folder) => Folder = folder;

    /// <summary>What the module wrote: <c>vpn</c> is the authority.</summary>
    public string Folder { get; }

    public string Authority => Path.Combine(Folder, "vpn");

    public EndpointSettings Settings { get; private set; } = null!;

    /// <summary>The server's certificate as ACM has it.</summary>
    public string ServerCertificate => Imported.Body;

    /// <summary>The certificate above it: that of the authority whose people the endpoint knows.</summary>
    public string Chain => Imported.Chain!;

    public string ServerKeyFile => Path.Combine(Authority, "issued", $"{Imported.Certificate.SerialNumber.ToLowerInvariant()}.key.pem");

    /// <summary>The revocation list that the endpoint has; null before one was imported.</summary>
    public string? RevocationList => Endpoint.RevocationList?.Pem;

    private Held Endpoint => _sandbox.Server.ClientVpn.Find(Settings.Id)!;

    private AcmCertificate Imported => Endpoint.Home.World.Certificates(Endpoint.Home).Find(Endpoint.Settings.ServerCertificateArn)!;

    /// <summary>Makes the Client VPN people, whose authority is <c>$authority</c>.</summary>
    /// <param name="lab">The lab, whose folder takes what is written.</param>
    /// <param name="setting">Further parameters of New-ClientVpn, as in a hashtable.</param>
    /// <param name="command">What is done with it; it writes into <c>$folder</c>.</param>
    public static async Task<LabClientVpn> MakeAsync(Lab lab, string setting, string command)
    {
        var vpn = new LabClientVpn(Path.Combine(lab.Folder, "exports"));
        try
        {
            vpn.Settings = EndpointSettings.Read(await vpn.RunScriptAsync("-Setting", setting, "-Command", command));
            return vpn;
        }
        catch
        {
            vpn.Dispose();
            throw;
        }
    }

    /// <summary>Runs a further command in a process of its own, and gives its output.</summary>
    public Task<string> RunAsync(string command) => RunScriptAsync("-Command", command);

    /// <summary>The path of what Export-ClientVpnConfig wrote for a person.</summary>
    public string FileOf(string person) => Path.Combine(Folder, "files", person + ".ovpn");

    private async Task<string> RunScriptAsync(params string[] arguments) =>
        (await ModuleShell.RunScriptAsync(_sandbox.Server.Endpoint, "client_vpn.ps1", ["-Folder", Folder, .. arguments])).Succeeded().Output;

    public void Dispose() => _sandbox.Dispose();
}
