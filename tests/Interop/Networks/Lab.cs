using System.Diagnostics;
using System.Globalization;
using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests.Networks;

/// <summary>
/// The hosts of one test, each a network namespace; the daemons on them, and their files. Nothing of it reaches the machine's own network,
/// and all of it is gone when the test ends.
/// </summary>
internal sealed class Lab : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private static int s_count;

    // Each number in a place of its own, so that no two test processes ever mean the same name; 15 characters are the most.
    private readonly string _prefix = string.Create(
        CultureInfo.InvariantCulture, $"nc{Environment.ProcessId % 0x100000:x5}{Interlocked.Increment(ref s_count) % 0x1000:x3}");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netconnect-lab-");
    private readonly List<LabDaemon> _daemons = [];
    private readonly List<string> _hosts = [];

    private Lab()
    {
    }

    public string Folder => _folder.FullName;

    private static string Ip => LabProgram.Require("ip");

    /// <summary>A lab for programs that only read files; the test is skipped where one is missing.</summary>
    public static Lab WithoutNetwork(params string[] programs)
    {
        foreach (string program in programs) LabProgram.Require(program);
        return new Lab();
    }

    /// <summary>An empty lab; the test is skipped where the machine cannot have one.</summary>
    public static async Task<Lab> CreateAsync(params string[] programs)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Network namespaces are Linux's.");
        foreach (string program in programs.Append("ip")) LabProgram.Require(program);
        if (!Environment.IsPrivilegedProcess) Assert.Skip("Network namespaces need root.");
        if (!File.Exists("/dev/net/tun")) Assert.Skip("There is no tun device (/dev/net/tun).");
        var lab = new Lab();
        // Daemons that give up root must still reach their files.
        (await lab.RunAsync("chmod", "a+rx", lab.Folder)).Succeeded();
        string probe = $"{lab._prefix}p";
        ProgramRun run = await lab.RunAsync(Ip, "netns", "add", probe);
        if (run.ExitCode == 0) run = await lab.RunAsync(Ip, "netns", "delete", probe);
        if (run.ExitCode == 0) return lab;
        await lab.DisposeAsync();
        Assert.Skip($"No network namespace can be made here: {run.Error.Trim()}");
        return lab;
    }

    /// <summary>Makes a host and gives the name of its namespace.</summary>
    public async Task<string> HostAsync(string role)
    {
        string name = _prefix + role;
        (await RunAsync(Ip, "netns", "add", name)).Succeeded();
        _hosts.Add(name);
        await IpAsync(name, "link set lo up");
        return name;
    }

    /// <summary>Joins two hosts by a cable of their own. Each has one address, and a route to the other's.</summary>
    public async Task LinkAsync((string Host, string Device, string Address) left, (string Host, string Device, string Address) right)
    {
        string cable = $"link add {left.Device} netns {left.Host} type veth peer name {right.Device} netns {right.Host}";
        (await RunAsync(Ip, cable.Split(' '))).Succeeded();
        foreach ((string host, string device, string address, string far) in new[]
        {
            (left.Host, left.Device, left.Address, right.Address),
            (right.Host, right.Device, right.Address, left.Address),
        })
        {
            await IpAsync(host, $"addr add {address}/32 dev {device}");
            await IpAsync(host, $"link set {device} up");
            await IpAsync(host, $"route add {far} dev {device} src {address}");
        }
    }

    /// <summary>Runs ip on a host, with arguments separated by spaces.</summary>
    public async Task<string> IpAsync(string host, string command) =>
        (await RunAsync(Ip, ["-n", host, .. command.Split(' ')])).Succeeded().Output;

    /// <summary>Runs a program on a host to its end.</summary>
    public Task<ProgramRun> RunOnAsync(string host, string program, params string[] arguments) =>
        RunAsync(Ip, ["netns", "exec", host, LabProgram.Require(program), .. arguments]);

    /// <summary>Starts a program on a host that runs until the test ends.</summary>
    public LabDaemon Start(
        string host, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        // ip becomes the program: the process id is the program's own.
        var start = new ProcessStartInfo(Ip, ["netns", "exec", host, LabProgram.Require(program), .. arguments]);
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var daemon = new LabDaemon(start);
        _daemons.Add(daemon);
        return daemon;
    }

    /// <summary>Writes a file for this test and gives its path.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs a program to its end.</summary>
    public async Task<ProgramRun> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string command = $"{Path.GetFileName(program)} {string.Join(' ', arguments)}";
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} was stopped before its end. {await output} {await error}");
        }
        return new ProgramRun(command, process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (LabDaemon daemon in Enumerable.Reverse(_daemons)) await daemon.DisposeAsync();
        foreach (string host in _hosts) await RunAsync(Ip, "netns", "delete", host);
        _folder.Delete(recursive: true);
    }
}
