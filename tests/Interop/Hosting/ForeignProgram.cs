namespace NetConnect.Interop.Tests.Hosting;

/// <summary>Finds programs that nobody here wrote.</summary>
internal static class ForeignProgram
{
    /// <summary>The path of a program; the test is skipped where the program is missing.</summary>
    public static string Require(string name)
    {
        string? path = Find(name);
        if (path is null) Assert.Skip($"{name} is not on the PATH.");
        return path;
    }

    public static string? Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
