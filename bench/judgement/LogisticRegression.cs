namespace ViralTracker.Judgement;

/// <param name="Inputs">Those that are not 0, by place.</param>
/// <param name="Weight">How much the row counts.</param>
internal sealed record LogisticRow((int Place, double Value)[] Inputs, bool Positive, double Weight)
{
    public double LogOdds(double[] weights) => Inputs.Sum(i => weights[i.Place] * i.Value);
}

/// <summary>Logistic regression with a squared penalty on the distance to a prior, by Newton steps on one weight after the other.</summary>
internal static class LogisticRegression
{
    private const int Sweeps = 40;

    // The bias is fitted freely, but must not run away where the classes can be told apart.
    private const double PenaltyOfBias = 0.01;

    /// <summary>Weights by place; the last is the bias.</summary>
    public static double[] Fit(IReadOnlyList<LogisticRow> rows, double[] prior, double penalty)
    {
        var places = prior.Length;
        var columns = new List<(int Row, double Value)>[places];
        for (var place = 0; place < places; place++) columns[place] = [];
        for (var row = 0; row < rows.Count; row++)
            foreach (var (place, value) in rows[row].Inputs) columns[place].Add((row, value));

        var (weights, logOdds) = (prior.ToArray(), rows.Select(r => r.LogOdds(prior)).ToArray());
        for (var sweep = 0; sweep < Sweeps; sweep++)
            for (var place = places - 1; place >= 0; place--)
            {
                var pull = place == places - 1 ? PenaltyOfBias : penalty;
                var (slope, curvature) = (pull * (weights[place] - prior[place]), pull);
                foreach (var (row, value) in columns[place])
                {
                    var chance = 1 / (1 + Math.Exp(-logOdds[row]));
                    slope += rows[row].Weight * value * (chance - (rows[row].Positive ? 1 : 0));
                    curvature += rows[row].Weight * value * value * chance * (1 - chance);
                }

                var step = -slope / curvature;
                weights[place] += step;
                foreach (var (row, value) in columns[place]) logOdds[row] += step * value;
            }

        return weights;
    }
}
