using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>A Client VPN by terraform: certificate, endpoint, subnet, route and rule.</summary>
public sealed class TerraformClientVpnTests
{
    private const string Switch = "NETCONNECT_SLOW";

    [Fact]
    public async Task A_client_vpn_is_built_found_unchanged_and_destroyed()
    {
        if (Environment.GetEnvironmentVariable(Switch) != "1")
            Assert.Skip($"terraform waits four minutes by itself before it looks at a subnet that comes or goes; {Switch}=1 runs this all the same.");
        using var sandbox = new SandboxFixture(SandboxClockKind.Fast);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=vpn.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1));
        sandbox.Home.Write("server.crt", certificate.ExportCertificatePem());
        sandbox.Home.Write("server.key", key.ExportPkcs8PrivateKeyPem());

        Terraform terraform = await Terraform.InitAsync(sandbox.Home, "ClientVpn");
        (await terraform.RunAsync("apply", "-auto-approve")).Succeeded();
        ProgramRun plan = (await terraform.RunAsync("plan", "-detailed-exitcode")).Succeeded();
        Assert.Contains("No changes.", plan.Output, StringComparison.Ordinal);
        (await terraform.RunAsync("destroy", "-auto-approve")).Succeeded();
    }
}
