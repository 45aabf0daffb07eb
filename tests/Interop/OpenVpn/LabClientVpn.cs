using System.Security.Cryptography.X509Certificates;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox.Acm;
using Held = NetConnect.Sandbox.Ec2.ClientVpn.ClientVpnEndpoint;

namespace NetConnect.Interop.Tests.OpenVpn;

/// <summary>A Client VPN that the module made in a sandbox, with its authority and people's files, in a process of its own.</summary>
/// <remarks>What an endpoint of AWS holds is read from the sandbox, which shares nothing with the module: the server's certificate and its chain as
/// they were imported into ACM, and the revocation list as it was imported. ACM gives no key away, so that is the authority's.</remarks>
internal sealed class LabClientVpn : IDisposable
{
    private readonly SandboxFixture _sandbox = new();

    /// <summary>An account without a Client VPN, and an empty folder.</summary>
    /// <param name="lab">The lab, in whose folder that is.</param>
    public LabClientVpn(Lab lab) => Folder = Directory.CreateDirectory(Path.Combine(lab.Folder, "exports")).FullName;

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
        var vpn = new LabClientVpn(lab);
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

    /// <summary>Runs another script with the folder, in a real PowerShell, whose tables people see.</summary>
    public async Task<string> RunInAsync(string pwsh, string script, params string[] arguments) =>
        (await ModuleShell.RunScriptInAsync(pwsh, _sandbox.Server.Endpoint, script, ["-Folder", Folder, .. arguments])).Succeeded().Output;

    /// <summary>Reads the settings anew.</summary>
    public async Task ReadSettingsAsync() => Settings = EndpointSettings.Read(await RunAsync("Write-Endpoint"));

    /// <summary>Connects a person in the sandbox, which looks at the certificate in the exported file.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not accept it.</exception>
    public void Connect(string person)
    {
        string pem = File.ReadAllText(FileOf(person));
        using var certificate = X509Certificate2.CreateFromPem(pem.AsSpan(pem.IndexOf("<cert>", StringComparison.Ordinal)));
        _sandbox.Server.ClientVpn.Connect(Settings.Id, certificate);
    }

    /// <summary>The path of what Export-ClientVpnConfig wrote for a person.</summary>
    public string FileOf(string person) => Path.Combine(Folder, "files", person + ".ovpn");

    private async Task<string> RunScriptAsync(params string[] arguments) =>
        (await ModuleShell.RunScriptAsync(_sandbox.Server.Endpoint, "client_vpn.ps1", ["-Folder", Folder, .. arguments])).Succeeded().Output;

    public void Dispose() => _sandbox.Dispose();
}
