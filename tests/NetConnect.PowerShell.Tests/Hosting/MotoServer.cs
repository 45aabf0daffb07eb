using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>A moto server of its own: an EC2 emulator that nobody here wrote.</summary>
internal sealed class MotoServer : IDisposable
{
    /// <summary>A role in the second account; moto lets anybody assume any role, and takes the account from the ARN.</summary>
    public const string PeerRoleArn = "arn:aws:iam::222222222222:role/NetConnect";

    private const string MakeVpcs = """
        import boto3, sys
        url, role = sys.argv[1:]
        def vpc(session, region, cidr):
            ec2 = session.client('ec2', endpoint_url=url, region_name=region)
            return ec2.create_vpc(CidrBlock=cidr)['Vpc']['VpcId']
        own = boto3.Session()
        keys = own.client('sts', endpoint_url=url, region_name='us-east-1').assume_role(RoleArn=role, RoleSessionName='seed')['Credentials']
        peer = boto3.Session(keys['AccessKeyId'], keys['SecretAccessKey'], keys['SessionToken'])
        print(vpc(own, 'eu-west-1', '10.1.0.0/16'), vpc(peer, 'us-east-1', '10.2.0.0/16'))
        """;

    private readonly Process _process;

    private MotoServer(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Keys for the default account, and no profile of this machine's user.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Credentials =>
    [
        new("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), new("AWS_SECRET_ACCESS_KEY", "moto-takes-any"), new("AWS_SESSION_TOKEN", null),
        new("AWS_PROFILE", null), new("AWS_CONFIG_FILE", "none"), new("AWS_SHARED_CREDENTIALS_FILE", "none"),
    ];

    /// <summary>Starts moto; null where it, or boto3, is not installed.</summary>
    public static async Task<MotoServer?> TryStartAsync()
    {
        try
        {
            if ((await ProcessRun.StartAsync("python3", "-c", "import boto3, moto.server")).ExitCode != 0)
                return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        string port = $"{FreePort()}";
        var start = new ProcessStartInfo("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", port]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new MotoServer(process, $"http://127.0.0.1:{port}");
        await server.WaitUntilItAnswersAsync();
        return server;
    }

    /// <summary>Makes a VPC in each of two accounts and Regions, with boto3.</summary>
    public async Task<(string VpcId, string PeerVpcId)> MakeVpcsAsync()
    {
        ProcessRun run = await ProcessRun.StartAsync("python3", ["-c", MakeVpcs, Url, PeerRoleArn], Credentials);
        string[] ids = run.Succeeded().Output.Split();
        return (ids[0], ids[1]);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                await client.GetAsync(new Uri("moto-api/data.json", UriKind.Relative), limit.Token);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
