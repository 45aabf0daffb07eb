using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>The aws CLI as one profile.</summary>
internal sealed partial class AwsCli(ClientHome home, string profile)
{
    private readonly string _program = ForeignProgram.Require("aws");

    /// <summary>Runs a command that must succeed. Its words are separated by spaces; what has spaces in it comes after.</summary>
    public async Task<JsonNode?> RunAsync(string command, params string[] more)
    {
        string output = (await StartAsync(command, more)).Succeeded().Output;
        return string.IsNullOrWhiteSpace(output) ? null : JsonNode.Parse(output);
    }

    /// <summary>Runs a command and picks one text from its answer by the CLI's own query language.</summary>
    public async Task<string> TextAsync(string query, string command, params string[] more) =>
        (await RunAsync(command, [.. more, "--query", query]))!.GetValue<string>();

    /// <summary>The error code of a command that must fail.</summary>
    public async Task<string> ErrorAsync(string command, params string[] more)
    {
        ProgramRun run = await StartAsync(command, more);
        Assert.NotEqual(0, run.ExitCode);
        Match code = ErrorCode().Match(run.Error);
        Assert.True(code.Success, $"{run.Command}: {run.Error}");
        return code.Groups[1].Value;
    }

    [GeneratedRegex(@"An error occurred \(([\w.]+)\)")]
    private static partial Regex ErrorCode();

    private Task<ProgramRun> StartAsync(string command, string[] more) =>
        ProgramRun.StartAsync(_program, [.. command.Split(' '), .. more, "--profile", profile, "--output", "json"], home);
}
