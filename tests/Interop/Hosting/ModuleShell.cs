using System.Diagnostics;
using System.Reflection;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>The module's own shell, as the build made it, with one side's profile as its surroundings.</summary>
internal static class ModuleShell
{
    private static readonly string s_root = Path.GetFullPath(
        typeof(ModuleShell).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepositoryRoot").Value!,
        AppContext.BaseDirectory);

    // Its folder ends as this assembly's does, with the configuration and the framework.
    private static readonly string s_program = Path.Combine(
        s_root,
        "src",
        "NetConnect.Shell",
        Path.GetRelativePath(Path.Combine(s_root, "tests", "Interop"), AppContext.BaseDirectory),
        "NetConnect.Shell" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>Runs a sample of the project, which is told by its arguments alone where AWS is.</summary>
    public static Task<ProgramRun> RunSampleAsync(Uri endpoint, string sample, params string[] arguments) =>
        RunAsync(endpoint, Path.Combine(s_root, "samples", sample), [.. arguments, "-EndpointUrl", endpoint.AbsoluteUri], null);

    /// <summary>Peers two VPCs of the two accounts completely.</summary>
    public static Task<ProgramRun> ConnectAsync(Uri endpoint, string vpcId, string peerVpcId, string name) =>
        RunScriptAsync(endpoint, "connect.ps1", "-VpcId", vpcId, "-PeerVpcId", peerVpcId, "-Name", name);

    /// <summary>The same, but each step asks first, and nobody answers: it ends well only where nothing is left to do.</summary>
    public static Task<ProgramRun> AskToConnectAsync(Uri endpoint, string vpcId, string peerVpcId, string name) =>
        RunScriptAsync(endpoint, "connect.ps1", "-VpcId", vpcId, "-PeerVpcId", peerVpcId, "-Name", name, "-Confirm");

    /// <summary>Runs a script of the Scripts folder, which finds in the environment where AWS is.</summary>
    public static Task<ProgramRun> RunScriptAsync(Uri endpoint, string script, params string[] arguments) =>
        RunAsync(endpoint, Path.Combine(AppContext.BaseDirectory, "Scripts", script), arguments, endpoint.AbsoluteUri);

    /// <summary>The same in a real PowerShell.</summary>
    public static Task<ProgramRun> RunScriptInAsync(string pwsh, Uri endpoint, string script, params string[] arguments)
    {
        string module = Directory.EnumerateFiles(Path.Combine(s_root, "output", "NetConnect"), "NetConnect.psd1", SearchOption.AllDirectories).First();
        string path = Path.Combine(AppContext.BaseDirectory, "Scripts", script);
        string[] quoted = [.. arguments.Select(argument => argument.StartsWith('-') ? argument : $"'{argument}'")];
        string command = $"$PSStyle.OutputRendering = 'PlainText'; Import-Module '{module}'; & '{path}' {string.Join(' ', quoted)}";
        return StartAsync(endpoint, pwsh, ["-NoProfile", "-NonInteractive", "-Command", command], endpoint.AbsoluteUri);
    }

    /// <summary>How a script of the Scripts folder is started, in a home of the caller's.</summary>
    public static ProcessStartInfo Launch(ClientHome home, string script, params string[] arguments) =>
        home.Launch(s_program, [Path.Combine(AppContext.BaseDirectory, "Scripts", script), .. arguments]);

    private static Task<ProgramRun> RunAsync(Uri endpoint, string script, string[] arguments, string? endpointVariable) =>
        StartAsync(endpoint, s_program, [script, .. arguments], endpointVariable);

    private static async Task<ProgramRun> StartAsync(Uri endpoint, string program, string[] arguments, string? endpointVariable)
    {
        using var home = new ClientHome(endpoint);
        home.Set("AWS_PROFILE", "network");
        home.Set("AWS_ENDPOINT_URL", endpointVariable);
        return await ProgramRun.StartAsync(program, arguments, home);
    }
}
