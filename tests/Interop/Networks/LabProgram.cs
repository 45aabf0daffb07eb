using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests.Networks;

/// <summary>Finds daemons and their tools, which are not always on a user's PATH.</summary>
internal static class LabProgram
{
    private static readonly string[] s_folders = ["/usr/sbin", "/sbin", "/usr/lib/ipsec", "/usr/lib/frr", "/usr/libexec/ipsec"];

    public static string? Find(string name) =>
        ForeignProgram.Find(name) ?? s_folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>The path of a program; the test is skipped where it is missing.</summary>
    public static string Require(string name)
    {
        string? path = Find(name);
        if (path is null) Assert.Skip($"{name} is not installed.");
        return path;
    }
}
