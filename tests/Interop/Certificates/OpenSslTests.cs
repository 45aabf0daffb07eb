using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests.Certificates;

/// <summary>What an authority signs, as OpenSSL judges it: by its strictest rules, and in real handshakes.</summary>
public sealed class OpenSslTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly string _openssl = ForeignProgram.Require("openssl");

    [Fact]
    public async Task Certificates_hold_for_their_purpose_only_and_a_revoked_one_for_none()
    {
        using LabAuthority lab = await LabAuthority.CreateAsync();
        Assert.Contains(": OK", (await VerifyAsync(lab, "sslserver", lab.Server.Certificate)).Output, StringComparison.Ordinal);
        Assert.Contains(": OK", (await VerifyAsync(lab, "sslclient", lab.Person("anna").Certificate)).Output, StringComparison.Ordinal);
        Assert.Contains("certificate revoked", (await VerifyAsync(lab, "sslclient", lab.Person("ben").Certificate)).Error, StringComparison.Ordinal);
        Assert.NotEqual(0, (await VerifyAsync(lab, "sslclient", lab.Server.Certificate)).ExitCode);
        Assert.NotEqual(0, (await VerifyAsync(lab, "sslserver", lab.Person("anna").Certificate)).ExitCode);
        using LabAuthority other = await LabAuthority.CreateAsync("Other");
        Assert.NotEqual(0, (await VerifyAsync(lab, "sslclient", other.Person("anna").Certificate)).ExitCode);
    }

    [Fact]
    public async Task The_list_stands_up_to_its_authority_and_a_key_under_a_passphrase_opens()
    {
        using LabAuthority lab = await LabAuthority.CreateAsync();
        Assert.Contains("verify OK", (await RunAsync("crl", "-in", lab.RevocationList, "-CAfile", lab.Root, "-noout")).Error, StringComparison.Ordinal);
        string key = lab.Encrypt("anna", new NetworkCredential("", "ge heim!").SecurePassword);
        Assert.Contains("RSA key ok", (await RunAsync("rsa", "-in", key, "-passin", "pass:ge heim!", "-check", "-noout")).Output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await RunAsync("rsa", "-in", key, "-passin", "pass:other", "-noout")).ExitCode);
    }

    [Fact]
    public async Task A_server_lets_in_who_has_a_certificate_and_nobody_who_is_revoked_or_a_stranger()
    {
        using LabAuthority lab = await LabAuthority.CreateAsync();
        using LabAuthority other = await LabAuthority.CreateAsync("Other");
        int port = FreePort();
        using Process server = Start(
            "s_server", "-accept", $"127.0.0.1:{port}", "-cert", lab.Server.Certificate, "-key", lab.Server.Key, "-CAfile", lab.Root, "-CRL", lab.RevocationList,
            "-crl_check", "-Verify", "2", "-verify_return_error", "-x509_strict", "-tls1_2", "-www");
        try
        {
            await ListeningAsync(port);
            Assert.Contains("HTTP/1.0 200", (await ConnectAsync(lab, port, lab.Person("anna"))).Output, StringComparison.Ordinal);
            Assert.DoesNotContain("HTTP/1.0 200", (await ConnectAsync(lab, port, lab.Person("ben"))).Output, StringComparison.Ordinal);
            Assert.DoesNotContain("HTTP/1.0 200", (await ConnectAsync(lab, port, other.Person("anna"))).Output, StringComparison.Ordinal);
            Assert.DoesNotContain("HTTP/1.0 200", (await ConnectAsync(lab, port, lab.Server)).Output, StringComparison.Ordinal);
            // A client that trusts another authority does not trust the server.
            Assert.NotEqual(0, (await ConnectAsync(other, port, lab.Person("anna"))).ExitCode);
            Assert.Contains("HTTP/1.0 200", (await ConnectAsync(lab, port, lab.Person("anna"))).Output, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task<ProgramRun> VerifyAsync(LabAuthority lab, string purpose, string certificate) =>
        RunAsync("verify", "-x509_strict", "-purpose", purpose, "-crl_check", "-CRLfile", lab.RevocationList, "-CAfile", lab.Root, certificate);

    private Task<ProgramRun> ConnectAsync(LabAuthority trusted, int port, (string Certificate, string Key) person) => RunWithInputAsync(
        "GET / HTTP/1.0\r\n\r\n",
        "s_client", "-connect", $"127.0.0.1:{port}", "-CAfile", trusted.Root, "-verify_return_error", "-verify_hostname", LabAuthority.ServerName, "-x509_strict",
        "-cert", person.Certificate, "-key", person.Key, "-tls1_2", "-ign_eof");

    private Task<ProgramRun> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    private async Task<ProgramRun> RunWithInputAsync(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun($"openssl {string.Join(' ', arguments)}", process.ExitCode, await output, await error);
        }
        catch (IOException)
        {
            // It has ended before it read all of its input: the server has refused it.
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun($"openssl {string.Join(' ', arguments)}", process.ExitCode, "", "");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(_openssl, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task ListeningAsync(int port)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }
}
