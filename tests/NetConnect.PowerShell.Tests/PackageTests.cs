using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests;

/// <summary>What is in the assembled module, and what must never be.</summary>
public sealed class PackageTests
{
    private static IEnumerable<string> Files => Directory.EnumerateFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(BuiltModule.Folder, f).Replace('\\', '/'));

    [Fact]
    public void Nothing_of_PowerShell_itself_is_shipped() =>
        Assert.DoesNotContain(Files, f => f.Contains("System.Management.Automation", StringComparison.Ordinal) || f.Contains("PowerShellStandard", StringComparison.Ordinal));

    [Fact]
    public void Only_files_that_are_loaded_or_read_are_shipped() =>
        Assert.All(Files, f => Assert.True(Path.GetExtension(f) is ".dll" or ".psd1" or ".psm1" or ".ps1xml" || f is "LICENSE" or "THIRD-PARTY-NOTICES.txt" || f.StartsWith("en-US/", StringComparison.Ordinal), f));

    [Fact]
    public void On_PowerShell_7_AWSSDK_and_BouncyCastle_and_their_users_are_isolated_and_nothing_else_is() =>
        Assert.Equal(
            [
                "bin/net8.0/NetConnect.PowerShell.dll", "bin/net8.0/NetConnect.Sandbox.dll", "bin/net8.0/NetConnect.dll",
                "bin/net8.0/isolated/AWSSDK.Core.dll", "bin/net8.0/isolated/AWSSDK.EC2.dll", "bin/net8.0/isolated/AWSSDK.SSO.dll",
                "bin/net8.0/isolated/AWSSDK.SSOOIDC.dll", "bin/net8.0/isolated/AWSSDK.SecurityToken.dll", "bin/net8.0/isolated/BouncyCastle.Cryptography.dll",
                "bin/net8.0/isolated/NetConnect.Aws.dll", "bin/net8.0/isolated/NetConnect.Certificates.dll",
            ],
            Files.Where(f => f.StartsWith("bin/net8.0/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Windows_PowerShell_finds_every_assembly_that_another_one_needs()
    {
        string folder = Path.Combine(BuiltModule.Folder, "bin", "net472");
        var shipped = Directory.GetFiles(folder, "*.dll").ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, References);
        // .NET Framework 4.7.2 brings these; the module brings the rest.
        string[] framework = ["mscorlib", "netstandard", "System", "System.Core", "System.Configuration", "System.Data", "System.Drawing", "System.Net.Http",
            "System.Numerics", "System.IO.Compression", "System.IO.Compression.FileSystem", "System.Runtime.Serialization", "System.Security",
            "System.Web", "System.Web.Extensions", "System.Xml", "System.Xml.Linq", "System.ServiceModel", "System.Management.Automation"];
        Assert.All(
            shipped.SelectMany(file => file.Value.Select(name => (Needs: name, File: file.Key))),
            reference => Assert.True(shipped.ContainsKey(reference.Needs) || framework.Contains(reference.Needs), $"{reference.File} needs {reference.Needs}"));
    }

    [Theory]
    [InlineData("NetConnect.PowerShell")]
    [InlineData("NetConnect.Sandbox")]
    [InlineData("NetConnect")]
    public void What_loads_into_the_default_context_never_names_AWSSDK_or_BouncyCastle(string assembly) =>
        Assert.DoesNotContain(
            References(Path.Combine(BuiltModule.CoreBin, assembly + ".dll")),
            r => r.StartsWith("AWSSDK", StringComparison.Ordinal) || r.StartsWith("BouncyCastle", StringComparison.Ordinal));

    [Theory]
    [InlineData("NetConnect")]
    [InlineData("NetConnect.Sandbox")]
    public void The_contract_and_the_sandbox_need_the_base_class_library_alone(string assembly) =>
        Assert.All(References(Path.Combine(BuiltModule.CoreBin, assembly + ".dll")), r => Assert.StartsWith("System.", r, StringComparison.Ordinal));

    private static List<string> References(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}
