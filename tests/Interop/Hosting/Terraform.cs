namespace NetConnect.Interop.Tests.Hosting;

/// <summary>terraform with one configuration of the Terraform folder, and its state in the client's home.</summary>
internal sealed class Terraform
{
    private const string Provider = "hashicorp/aws/5.100.0";

    private readonly ClientHome _home;
    private readonly string _program;

    private Terraform(ClientHome home, string program)
    {
        _home = home;
        _program = program;
    }

    /// <summary>Prepares a configuration; the test is skipped where terraform or its AWS provider is missing.</summary>
    public static async Task<Terraform> InitAsync(ClientHome home, string configuration)
    {
        string program = ForeignProgram.Require("terraform");
        // Every configuration reaches the network's account alike.
        foreach (string folder in new[] { "Shared", configuration })
            foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Terraform", folder)))
                File.Copy(file, Path.Combine(home.Folder, Path.GetFileName(file)));
        home.Set("CHECKPOINT_DISABLE", "1");
        home.Set("TF_IN_AUTOMATION", "1");
        home.Set("TF_VAR_endpoint", home.Endpoint.AbsoluteUri);
        home.Set("TF_VAR_partner_role", ClientHome.Role);
        if (Mirror() is { } mirror)
        {
            string settings = $"provider_installation {{ filesystem_mirror {{ path = \"{mirror.Replace('\\', '/')}\" }} }}";
            home.Set("TF_CLI_CONFIG_FILE", home.Write("terraform.rc", settings));
        }
        // It calls nothing but the place where providers come from: what fails here is the machine's.
        var terraform = new Terraform(home, program);
        ProgramRun init = await terraform.RunAsync("init");
        if (init.ExitCode != 0)
            Assert.Skip($"terraform has no {Provider} on this machine; TF_PLUGIN_DIR may name a filesystem mirror of it. {init.Error}");
        return terraform;
    }

    public Task<ProgramRun> RunAsync(string command, params string[] options) =>
        ProgramRun.StartAsync(_program, [command, "-no-color", "-input=false", .. options], _home);

    public async Task<string> OutputAsync(string name) =>
        (await ProgramRun.StartAsync(_program, ["output", "-no-color", "-raw", name], _home)).Succeeded().Output;

    // The settings that the machine names for terraform come first: then there is nothing to look for.
    private static string? Mirror()
    {
        if (Environment.GetEnvironmentVariable("TF_PLUGIN_DIR") is { Length: > 0 } named) return named;
        if (File.Exists(Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE"))) return null;
        return Directory.Exists("/opt") ? Directory.EnumerateDirectories("/opt").FirstOrDefault(HoldsProvider) : null;
    }

    // A mirror holds a folder for each registry's host, and the providers in them.
    private static bool HoldsProvider(string folder) =>
        Directory.EnumerateDirectories(folder).Any(host => Directory.Exists(Path.Combine(host, Provider)));
}
